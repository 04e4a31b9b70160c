import { z } from 'zod';
import { message } from '../messages/wire.ts';
import { type Page, page } from '../page.ts';
import { participant } from '../users/wire.ts';
import {
  count,
  date,
  entries,
  flag,
  id,
  key,
  later,
  number,
  part,
  readable,
  reader,
  size,
  text,
} from '../values.ts';
import { capabilities } from './capabilities.ts';

const participants = part({ items: readable('participant', participant), hasMore: flag, total: count });

const draftAttachment = z.object({
  id: key,
  type: text,
  mimeType: text,
  fileName: text,
  fileSize: number,
  audioDurationSeconds: number,
  stickerID: key,
  size,
});

const draft = part({ text: z.string(), attachments: entries('draftAttachment', draftAttachment) });
const reminder = part({ remindAt: date, dismissOnIncomingMessage: flag });
const snooze = part({ snoozeUntil: date, userSnoozedAt: date });

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
  messageExpirySeconds: count,
  draft,
  reminder,
  snooze,
  capabilities: later(capabilities),
  /** The last message. Only the list of all chats sends it; `undefined` means that it was not sent. */
  preview: message.nullable().optional().catch(undefined),
});

export type Chat = z.output<typeof chat>;
export type Participants = NonNullable<z.output<typeof participants>>;
export type Draft = NonNullable<z.output<typeof draft>>;
export type DraftAttachment = z.output<typeof draftAttachment>;
export type Reminder = NonNullable<z.output<typeof reminder>>;
export type Snooze = NonNullable<z.output<typeof snooze>>;

/** @returns null for a body without a chat. */
export const decodeChat: (body: unknown) => Chat | null = reader(chat);

/** @returns null for a body that is not a page. Chats that can't be read are left out. */
export const decodeChats: (body: unknown) => Page<Chat> | null = reader(page('chat', chat));

/** As `decodeChats`. In the list of all chats, a missing `preview` means that there is no last message. */
export function decodeChatsWithPreview(body: unknown): Page<Chat> | null {
  const found = decodeChats(body);
  return (
    found && { ...found, items: found.items.map((item) => ({ ...item, preview: item.preview ?? null })) }
  );
}
