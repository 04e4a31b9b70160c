import { z } from 'zod';
import { message } from '../messages/wire.ts';
import { participant } from '../users/wire.ts';
import { count, date, entries, flag, id, later, number, part, readable, size, text } from '../values.ts';
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

const draft = part({ text: z.string(), attachments: entries(draftAttachment) });
const reminder = part({ remindAt: date, dismissOnIncomingMessage: flag });
const snooze = part({ snoozeUntil: date, userSnoozedAt: date });

/** Only `id` and `accountID` are sure on every version. */
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
  /** The last message; only the list of all chats brings it, and `undefined` means that it was not brought. */
  preview: message.nullable().optional().catch(undefined),
});

export type Chat = z.output<typeof chat>;
export type Participants = NonNullable<z.output<typeof participants>>;
export type Draft = NonNullable<z.output<typeof draft>>;
export type DraftAttachment = z.output<typeof draftAttachment>;
export type Reminder = NonNullable<z.output<typeof reminder>>;
export type Snooze = NonNullable<z.output<typeof snooze>>;
