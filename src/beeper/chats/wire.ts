import { isLast, type Message, message } from '../messages/wire.ts';
import { draftText, type MessageText } from '../messageText.ts';
import { object } from '../objectReader.ts';
import { type Page, page } from '../page.ts';
import { decoder, type LenientReader, map, orNull, type ReadBy, unreadable } from '../reader.ts';
import { participant } from '../users/wire.ts';
import {
  count,
  date,
  entries,
  flag,
  id,
  key,
  later,
  list,
  measure,
  part,
  positiveCount,
  readable,
  size,
  text,
  unlessEmpty,
} from '../values.ts';
import { capabilities } from './capabilities.ts';

const participants = part({
  items: readable('participant', participant),
  hasMore: flag,
  total: positiveCount,
});

const draftAttachment = object({
  id: key,
  type: text,
  mimeType: text,
  fileName: text,
  filePath: text,
  fileSize: measure,
  audioDurationSeconds: measure,
  stickerID: key,
  size,
});

const emptyText: MessageText = { value: '', isPlain: true };

/** Without text and attachments there is no draft: some servers send an empty one. */
const draft = orNull(
  map(
    object({ text: orNull(draftText), attachments: entries('draftAttachment', draftAttachment) }),
    ({ text, attachments }) =>
      text?.value || attachments?.length ? { text: text ?? emptyText, attachments } : unreadable,
  ),
);

/** Before 4.2.808 and on other servers, times have names in `Ms` and are milliseconds. */
const reminder = orNull(
  map(
    object({ remindAt: date, remindAtMs: date, dismissOnIncomingMessage: flag }),
    ({ remindAt, remindAtMs, ...rest }) => unlessEmpty({ remindAt: remindAt ?? remindAtMs, ...rest }),
  ),
);

const snooze = orNull(
  map(
    object({ snoozeUntil: date, snoozeUntilMs: date, userSnoozedAt: date, userSnoozedAtMs: date }),
    ({ snoozeUntil, snoozeUntilMs, userSnoozedAt, userSnoozedAtMs }) =>
      unlessEmpty({
        snoozeUntil: snoozeUntil ?? snoozeUntilMs,
        userSnoozedAt: userSnoozedAt ?? userSnoozedAtMs,
      }),
  ),
);

const label = object({ id, name: text });
/** @returns null for a body that is not an array. */
export const decodeLabels: (body: unknown) => Label[] | null = decoder(readable('label', label));
/** The chats of one person, on several networks or accounts, that are shown as one. */
const merge = part({ chatIDs: readable('chatID', id), defaultChatID: key });

/** The last message; null where none was sent; `undefined` where the one that was sent is not to be shown. */
const preview: LenientReader<Message | null | undefined> = (value) => {
  if (value == null) return null;
  const found = message(value);
  return found !== unreadable && isLast(found) ? found : undefined;
};

/** Only `id` and `accountID` are present on every app version. */
export const chat = object({
  id,
  accountID: id,
  localChatID: key,
  network: text,
  title: text,
  type: text,
  description: text,
  imgURL: text,
  participants,
  lastActivity: date,
  unreadCount: count,
  unreadMentionsCount: count,
  lastReadMessageSortKey: key,
  isReadOnly: flag,
  isArchived: flag,
  isMarkedUnread: flag,
  isMuted: flag,
  isPinned: flag,
  isLowPriority: flag,
  messageExpirySeconds: positiveCount,
  draft,
  reminder,
  snooze,
  capabilities: later(capabilities),
  /** Absent where there are none, and on apps without labels. */
  labels: list('label', label),
  /** On a merged chat. Not in the API document of app 4.3.0. */
  merge,
  /** On a chat that is part of a merged one. Not in the API document of app 4.3.0. */
  mergedIntoChatID: key,
  preview,
});

export type Chat = ReadBy<typeof chat>;
export type Participants = NonNullable<ReadBy<typeof participants>>;
export type Draft = NonNullable<ReadBy<typeof draft>>;
export type DraftAttachment = ReadBy<typeof draftAttachment>;
export type Reminder = NonNullable<ReadBy<typeof reminder>>;
export type Label = ReadBy<typeof label>;
export type Snooze = NonNullable<ReadBy<typeof snooze>>;

/** @returns null for a body without a chat. */
export function decodeChat(body: unknown): Chat | null {
  const found = readChat(body);
  return found && withoutNoPreview(found);
}

/** @returns null for a body that is not a page. Chats that can't be read are left out. */
export function decodeChats(body: unknown): Page<Chat> | null {
  const found = decodeChatsWithPreview(body);
  return found && { ...found, items: found.items.map(withoutNoPreview) };
}

/** As `decodeChats`, for the list of all chats: a missing `preview` means that there is no last message. */
export const decodeChatsWithPreview: (body: unknown) => Page<Chat> | null = decoder(page('chat', chat));

const readChat = decoder(chat);

/** Outside the list of all chats, no `preview` does not mean that there is no last message. */
function withoutNoPreview(found: Chat): Chat {
  return found.preview === null ? { ...found, preview: undefined } : found;
}

/** A reader of a chat outside the list of all chats. */
export const chatElsewhere = map(chat, withoutNoPreview);
