import { z } from 'zod';
import { type Account, account } from './accounts/wire.ts';
import { type Chat, chat } from './chats/wire.ts';
import type { UpstreamError } from './errors.ts';
import { type Message, message } from './messages/wire.ts';
import { type Page, page } from './page.ts';
import { type User, user } from './users/wire.ts';
import { code, orNull, part, readable, text } from './values.ts';

/** Unknown JSON to wire types. Each function returns null for a body that is not what it is named after. */

const created = z.object({
  id: text,
  chatID: text,
  status: orNull(z.enum(['existing', 'created'])),
});
const accounts = readable(account);
const chats = page(chat);
const users = page(user);
const messages = page(message);
const info = part({ app: part({ name: text, version: text }) });
const issue = z.object({
  path: z.array(z.union([z.string(), z.number()])).catch([]),
  message: z.string(),
  code,
});
const issues = z.object({ issues: readable(issue) });
const flatDetails = z.record(z.string(), z.string());
const error = z.object({
  message: text,
  error: text,
  code,
  statusCode: z.number().optional(),
  details: z.unknown().optional(),
});

const reader =
  <T>(schema: z.ZodType<T>) =>
  (body: unknown): T | null =>
    schema.safeParse(body).data ?? null;

/** The answer to creating or starting a chat. */
export interface CreatedChat {
  readonly chatID: string;
  /** The chat itself, where the answer brings it (`split`). */
  readonly chat: Chat | null;
  readonly status: 'existing' | 'created' | null;
}

/** What `/v1/info` says of the app. */
export interface AppInfo {
  readonly name: string | null;
  readonly version: string | null;
}

export const decodeChat: (body: unknown) => Chat | null = reader(chat);
export const decodeChats: (body: unknown) => Page<Chat> | null = reader(chats);
/** As `decodeChats`; in the list of all chats, a chat without a last message has none. */
export const decodeChatsWithPreview = (body: unknown): Page<Chat> | null => {
  const found = decodeChats(body);
  return (
    found && { ...found, items: found.items.map((item) => ({ ...item, preview: item.preview ?? null })) }
  );
};
export const decodeAccounts: (body: unknown) => Account[] | null = reader(accounts);
export const decodeUsers: (body: unknown) => Page<User> | null = reader(users);

/** Before 4.2.808 pages of messages have no cursors: the last item's sort key is where the list goes on. */
export function decodeMessages(body: unknown): Page<Message> | null {
  const found = messages.safeParse(body).data;
  if (!found) return null;
  return {
    ...found,
    oldestCursor: found.oldestCursor ?? found.items.at(-1)?.sortKey ?? null,
    newestCursor: found.newestCursor ?? found.items.at(0)?.sortKey ?? null,
  };
}

/** Null also for a body that names no chat. */
export function decodeCreatedChat(body: unknown): CreatedChat | null {
  const parsed = created.safeParse(body).data;
  const chatID = parsed?.id ?? parsed?.chatID;
  if (!parsed || !chatID) return null;
  // A bare {chatID} has no accountID and so is no chat.
  return { chatID, status: parsed.status, chat: decodeChat({ ...(body as object), id: chatID }) };
}

/** Nulls where the server says nothing that can be read. */
export function decodeInfo(body: unknown): AppInfo {
  return info.parse(body)?.app ?? { name: null, version: null };
}

/**
 * Beeper's error in either shape, `{message, code, details}` or the older `{error, code, details}`; null for anything
 * else, a web framework's own `{statusCode, error, message}` for a missing route included.
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
