import { z } from 'zod';
import type { UpstreamError } from './faults.ts';
import type { AppInfo, Chat, CreatedChat, Participant } from './types.ts';

/**
 * Unknown JSON to wire types. Lenient, because apps of three years and other servers answer: a field that is
 * missing, null, of another type or an empty value in disguise ("" or a zero date) is null, and unknown fields
 * are passed over. Strict in one thing: what has no ID is not a chat.
 */

const id = z.string().min(1);
const text = z.string().min(1).nullable().catch(null);
/** Of no published set, but a code: what is longer is text, and text may be somebody's. */
const code = z.string().min(1).max(64).nullable().catch(null);
const flag = z.boolean().nullable().catch(null);
const count = z.int().min(0).nullable().catch(null);
/** Go's zero time and the epoch stand for "no date" on some servers. */
const date = z
  .union([z.string().min(1), z.number()])
  .transform((value) => new Date(value))
  .refine((value) => value.getTime() > 0)
  .nullable()
  .catch(null);
/** A list without the items that can't be read. */
const listOf = <T extends z.ZodType>(item: T) =>
  z.array(z.unknown()).transform((items) =>
    items.flatMap((candidate) => {
      const parsed = item.safeParse(candidate);
      return parsed.success ? [parsed.data] : [];
    }),
  );

const participant = z.object({
  id,
  username: text,
  phoneNumber: text,
  email: text,
  fullName: text,
  imgURL: text,
  cannotMessage: flag,
  isSelf: flag,
  isAdmin: flag,
  isPending: flag,
  isNetworkBot: flag,
}) satisfies z.ZodType<Participant>;

const chat = z.object({
  id,
  accountID: id,
  localChatID: text,
  network: text,
  title: text,
  type: text,
  description: text,
  imgURL: text,
  participants: z
    .object({ items: listOf(participant), hasMore: flag, total: count })
    .nullable()
    .catch(null),
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
  draft: z.object({ text: z.string() }).nullable().catch(null),
  reminder: z.object({ remindAt: date, dismissOnIncomingMessage: flag }).nullable().catch(null),
  snooze: z.object({ snoozeUntil: date, userSnoozedAt: date }).nullable().catch(null),
}) satisfies z.ZodType<Chat>;

const created = z
  .object({ id: text, chatID: text, status: z.enum(['existing', 'created']).nullable().catch(null) })
  .transform(({ id, chatID, status }) => ({ chatID: id ?? chatID, status }));

const info = z.object({ app: z.object({ name: text, version: text }) });

const issue = z.object({
  path: z.array(z.union([z.string(), z.number()])).catch([]),
  message: z.string(),
  code,
});
const issues = z.object({ issues: listOf(issue) });
const flatDetails = z.record(z.string(), z.string());
const error = z.object({
  message: text,
  error: text,
  code,
  statusCode: z.number().optional(),
  details: z.unknown().optional(),
});

/** @returns the chat, or null where the body is none. */
export function decodeChat(body: unknown): Chat | null {
  return chat.safeParse(body).data ?? null;
}

/** @returns the answer to creating or starting a chat, or null where the body names no chat. */
export function decodeCreatedChat(body: unknown): CreatedChat | null {
  const parsed = created.safeParse(body).data;
  if (!parsed || parsed.chatID === null) return null;
  // A bare {chatID} has no accountID and so is no chat.
  return { chatID: parsed.chatID, status: parsed.status, chat: decodeChat(withID(body, parsed.chatID)) };
}

const withID = (body: unknown, id: string) => (typeof body === 'object' ? { ...body, id } : body);

/** @returns what the server says of its app; nulls where it says nothing that can be read. */
export function decodeInfo(body: unknown): AppInfo {
  return info.safeParse(body).data?.app ?? { name: null, version: null };
}

/**
 * @returns Beeper's error in either shape, `{message, code, details}` or the older `{error, code, details}`; null
 * for anything else, a web framework's own `{statusCode, error, message}` for a missing route included.
 */
export function decodeError(body: unknown): UpstreamError | null {
  const parsed = error.safeParse(body).data;
  const message = parsed?.message ?? parsed?.error;
  if (!parsed || !message || parsed.statusCode !== undefined) return null;
  const flat = flatDetails.safeParse(parsed.details).data ?? {};
  return {
    message,
    code: parsed.code,
    issues:
      issues.safeParse(parsed.details).data?.issues ??
      Object.entries(flat).map(([field, message]) => ({ path: field.split('.'), message, code: null })),
  };
}
