import { z } from 'zod';
import { isLast, type Message, message } from '../messages/wire.ts';
import { draftText, type MessageText } from '../messageText.ts';
import { type Page, page } from '../page.ts';
import { participant } from '../users/wire.ts';
import {
  count,
  date,
  entries,
  flag,
  hasValue,
  id,
  key,
  later,
  list,
  measure,
  orNull,
  part,
  positiveCount,
  readable,
  reader,
  size,
  text,
} from '../values.ts';
import { capabilities } from './capabilities.ts';

const participants = part({
  items: readable('participant', participant),
  hasMore: flag,
  total: positiveCount,
});

const draftAttachment = z.object({
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
  z
    .object({ text: orNull(draftText), attachments: entries('draftAttachment', draftAttachment) })
    .refine(({ text, attachments }) => Boolean(text?.value) || Boolean(attachments?.length))
    .transform(({ text, attachments }) => ({ text: text ?? emptyText, attachments })),
);

/** Before 4.2.808 and on other servers, times have names in `Ms` and are milliseconds. */
const reminder = orNull(
  z
    .object({ remindAt: date, remindAtMs: date, dismissOnIncomingMessage: flag })
    .transform(({ remindAt, remindAtMs, ...rest }) => ({ remindAt: remindAt ?? remindAtMs, ...rest }))
    .refine(hasValue),
);

const snooze = orNull(
  z
    .object({ snoozeUntil: date, snoozeUntilMs: date, userSnoozedAt: date, userSnoozedAtMs: date })
    .transform(({ snoozeUntil, snoozeUntilMs, userSnoozedAt, userSnoozedAtMs }) => ({
      snoozeUntil: snoozeUntil ?? snoozeUntilMs,
      userSnoozedAt: userSnoozedAt ?? userSnoozedAtMs,
    }))
    .refine(hasValue),
);

const label = z.object({ id, name: text });
/** The chats of one person, on several networks or accounts, that are shown as one. */
const merge = part({ chatIDs: readable('chatID', id), defaultChatID: key });

/** Only `id` and `accountID` are present on every app version. */
export const chat = z.object({
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
  /** The last message; null where none was sent; `undefined` where the one that was sent is not to be shown. */
  preview: z.unknown().optional().transform(readPreview),
});

function readPreview(value: unknown): Message | null | undefined {
  if (value == null) return null;
  const read = message.safeParse(value).data;
  return read && isLast(read) ? read : undefined;
}

export type Chat = z.output<typeof chat>;
export type Participants = NonNullable<z.output<typeof participants>>;
export type Draft = NonNullable<z.output<typeof draft>>;
export type DraftAttachment = z.output<typeof draftAttachment>;
export type Reminder = NonNullable<z.output<typeof reminder>>;
export type Label = z.output<typeof label>;
export type Snooze = NonNullable<z.output<typeof snooze>>;

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
export const decodeChatsWithPreview: (body: unknown) => Page<Chat> | null = reader(page('chat', chat));

const readChat = reader(chat);

/** @returns null for a body that is not an array. */
export const decodeLabels: (body: unknown) => Label[] | null = reader(readable('label', label));

/** Outside the list of all chats, no `preview` does not mean that there is no last message. */
const withoutNoPreview = (found: Chat): Chat =>
  found.preview === null ? { ...found, preview: undefined } : found;

/** A chat outside the list of all chats. */
export const chatElsewhere = chat.transform(withoutNoPreview);
