import { z } from 'zod';
import { isLast, type Message, message } from '../messages/wire.ts';
import { draftText } from '../messageText.ts';
import { type Page, page } from '../page.ts';
import { participant } from '../users/wire.ts';
import {
  count,
  date,
  entries,
  flag,
  id,
  later,
  list,
  number,
  part,
  readable,
  reader,
  size,
  text,
} from '../values.ts';
import { capabilities } from './capabilities.ts';

const participants = part({ items: readable(participant), hasMore: flag, total: count });

const draftAttachment = z.object({
  id: text,
  type: text,
  mimeType: text,
  fileName: text,
  fileSize: number,
  audioDurationSeconds: number,
  stickerID: text,
  size,
});

const draft = part({ text: draftText, attachments: entries(draftAttachment) });
const reminder = part({ remindAt: date, dismissOnIncomingMessage: flag });
const snooze = part({ snoozeUntil: date, userSnoozedAt: date });
const label = z.object({ id, name: text });
/** The chats of one person, on several networks or accounts, that are shown as one. */
const merge = part({ chatIDs: readable(id), defaultChatID: text });

/** Only `id` and `accountID` are present on every app version. */
export const chat = z.object({
  id,
  accountID: id,
  localChatID: text,
  network: text,
  title: text,
  type: text,
  description: text,
  imgURL: text,
  participants,
  lastActivity: date,
  unreadCount: count,
  unreadMentionsCount: count,
  lastReadMessageSortKey: text,
  isReadOnly: flag,
  isArchived: flag,
  isMarkedUnread: flag,
  isMuted: flag,
  isPinned: flag,
  isLowPriority: flag,
  messageExpirySeconds: count,
  draft,
  reminder,
  snooze,
  capabilities: later(capabilities),
  /** Absent where there are none, and on apps without labels. */
  labels: list(label),
  /** On a merged chat. Not in the API document of app 4.3.0. */
  merge,
  /** On a chat that is part of a merged one. Not in the API document of app 4.3.0. */
  mergedIntoChatID: text,
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
export const decodeChatsWithPreview: (body: unknown) => Page<Chat> | null = reader(page(chat));

const readChat = reader(chat);

/** Outside the list of all chats, no `preview` does not mean that there is no last message. */
const withoutNoPreview = (found: Chat): Chat =>
  found.preview === null ? { ...found, preview: undefined } : found;
