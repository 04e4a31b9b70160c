import { z } from 'zod';
import { message } from '../messages/wire.ts';
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
  fileSize: measure,
  audioDurationSeconds: measure,
  stickerID: key,
  size,
});

/** Without text and attachments there is no draft: some servers send an empty one. */
const draft = orNull(
  z
    .object({ text, attachments: entries('draftAttachment', draftAttachment) })
    .refine(({ text, attachments }) => text !== null || Boolean(attachments?.length))
    .transform(({ text, attachments }) => ({ text: text ?? '', attachments })),
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
