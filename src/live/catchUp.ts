import { getChat, listChats } from '../beeper/chats/api.ts';
import type { Chat } from '../beeper/chats/wire.ts';
import type { BeeperClient } from '../beeper/client.ts';
import { listMessages } from '../beeper/messages/api.ts';
import { isShown, type Message } from '../beeper/messages/wire.ts';
import type { Page } from '../beeper/page.ts';
import { Failure, UnauthenticatedFailure } from '../failures.ts';
import type { Shadow } from './shadow.ts';

/** What is different from before. */
export type Difference =
  | { readonly kind: 'chat'; readonly chat: Chat }
  | { readonly kind: 'chatGone'; readonly chatID: string }
  | { readonly kind: 'message'; readonly chatID: string; readonly message: Message }
  | { readonly kind: 'messageGone'; readonly chatID: string; readonly messageID: string };

export interface CatchUp {
  /** Chats first, then messages, oldest first. */
  readonly differences: readonly Difference[];
  /** The chats that may have changed in other ways, too. */
  readonly unhealed: readonly string[];
}

export interface CatchUpOptions {
  readonly client: Pick<BeeperClient, 'read'>;
  readonly shadow: Shadow;
  /** Until when everything was known, in milliseconds since 1970, on Beeper's clock. */
  readonly since: number;
  /** Chats to read in any case: those that listeners name. */
  readonly named: ReadonlySet<string>;
  /** Chats with events since then are read, too, on the clock of `performance.now()`. */
  readonly activeSince: number;
  /** Which chats count; all by default. With it, what events have told of does not count as different. */
  readonly only?: ((chat: Chat) => boolean) | undefined;
}

/** Chats that are compared: those with the newest activity. Apps up to 4.3.0 send 25 in a page. */
const maxChats = 200;
const maxChatPages = 8;
/** Chats that are read because the list does not have them. */
const maxOthers = 50;
/** Chats of which messages are read. */
const maxRead = 50;
/** Pages of messages of one chat, of about 20. */
const maxPages = 5;
/** Bridges deliver late, and clocks differ. */
const marginMs = 5 * 60_000;

/**
 * Reads the chats with the newest activity.
 * @param accountIDs null for all.
 * @throws {Failure} where they can't be read.
 */
export async function readChats(
  client: CatchUpOptions['client'],
  accountIDs: readonly string[] | null = null,
  maxPages = maxChatPages,
): Promise<{ chats: readonly Chat[]; isComplete: boolean }> {
  const chats = new Map<string, Chat>();
  let cursor: string | null = null;
  for (let pages = 0; pages < maxPages; pages++) {
    const page: Page<Chat> = await client.read(
      listChats(accountIDs, maxChats, { cursor, direction: 'before' }),
    );
    const before = chats.size;
    for (const chat of page.items) chats.set(chat.id, chat);
    const { oldestCursor, hasMore } = page;
    // Some servers repeat their last page for ever.
    if (!hasMore || oldestCursor === null || oldestCursor === cursor || chats.size === before)
      return { chats: [...chats.values()], isComplete: true };
    if (chats.size >= maxChats) break;
    cursor = oldestCursor;
  }
  return { chats: [...chats.values()], isComplete: false };
}

/** Reads the chats to compare: of those without events, all in known accounts, or new ones among the newest of all. */
function readSome({ client, shadow, only }: CatchUpOptions) {
  const accountIDs = only ? shadow.silentAccountIDs : null;
  return readChats(client, accountIDs, only && accountIDs === null ? 1 : maxChatPages);
}

/**
 * Reads what may have changed without an event, and compares it with the shadow, which then knows it.
 * @throws {Failure} where the list of chats can't be read, or the token is not valid any more.
 */
export async function catchUp(options: CatchUpOptions): Promise<CatchUp> {
  const { client, shadow, named, only } = options;
  const readAt = shadow.now;
  const { chats, isComplete } = await readSome(options);
  const differences: Difference[] = [];
  const changed: string[] = [];
  for (const chat of chats) {
    // What is learned without being told would be hidden from the next look at all chats.
    if (only && !only(chat)) continue;
    const found = shadow.learnChat(chat, readAt);
    if (found === 'same' || (only && found === 'unknown')) continue;
    differences.push({ kind: 'chat', chat });
    // A merged chat has no messages of its own, and lists leave its parts out.
    changed.push(...(chat.merge?.chatIDs ?? [chat.id]));
  }
  const isIncluded = (chatID: string) => !only || shadow.chat(chatID)?.silentAccountID != null;
  const watched = [...named, ...shadow.watched(options.activeSince).reverse()].filter(isIncluded);
  const inList = new Map(chats.map((chat) => [chat.id, chat]));
  const unlisted = new Set(
    [...findMissing(shadow, chats, isComplete), ...watched].filter((id) => !inList.has(id)),
  );
  const others = await readOthers([...unlisted].filter(isIncluded), client, shadow);
  differences.push(...others.differences);

  const gone = new Set(others.differences.flatMap((one) => (one.kind === 'chatGone' ? one.chatID : [])));
  const toRead = [...new Set([...changed, ...watched])].filter(
    (id) => !gone.has(id) && !inList.get(id)?.merge,
  );
  const read = await Promise.all(
    toRead.slice(0, maxRead).map((chatID) => readMessages(chatID, client, options)),
  );
  differences.push(...read.flatMap((one) => one.differences).sort((a, b) => timeOf(a) - timeOf(b)));
  return {
    differences,
    unhealed: [
      ...others.unhealed,
      ...read.flatMap(({ chatID, isHealed }) => (isHealed ? [] : chatID)),
      ...toRead.slice(maxRead),
      ...(only ? [] : shadow.takeForgotten()),
    ],
  };
}

/** @returns the chats that are not in the list, although their last activity says that they should be. */
function findMissing(shadow: Shadow, chats: readonly Chat[], isComplete: boolean): readonly string[] {
  const inList = new Set(chats.flatMap(({ id, merge }) => [id, ...(merge?.chatIDs ?? [])]));
  const oldest = isComplete ? 0 : Math.min(...chats.map(({ lastActivity }) => lastActivity?.getTime() ?? 0));
  return [...shadow.chatIDs].filter(
    (id) => !inList.has(id) && (shadow.chat(id)?.lastActivity ?? 0) >= oldest,
  );
}

/** Reads chats that are not in the list: those that may be gone, and those that are too old for it or parts of merged ones. */
async function readOthers(chatIDs: readonly string[], client: CatchUpOptions['client'], shadow: Shadow) {
  const differences: Difference[] = [];
  const unhealed = chatIDs.slice(maxOthers);
  const readAt = shadow.now;
  await Promise.all(
    chatIDs.slice(0, maxOthers).map(async (chatID) => {
      const chat = await orUnread(client.read(getChat(chatID)));
      if (chat === unread) unhealed.push(chatID);
      else if (chat !== null) {
        if (shadow.learnChat(chat, readAt) !== 'same') differences.push({ kind: 'chat', chat });
      } else if (shadow.chat(chatID)) {
        shadow.dropChat(chatID);
        differences.push({ kind: 'chatGone', chatID });
      }
    }),
  );
  return { differences, unhealed };
}

/** Reads the newest messages of a chat, back to where they are known, and compares them. */
async function readMessages(
  chatID: string,
  client: CatchUpOptions['client'],
  { shadow, since }: CatchUpOptions,
) {
  const unseen = new Map(shadow.messagesOf(chatID));
  const isHeld = shadow.holds(chatID);
  const from = since - marginMs;
  const oldestKnown = Math.min(from, ...[...unseen.values()].map(({ at }) => at ?? from));
  const found: Difference[] = [];
  let isHealed = false;
  let cursor: string | null = null;
  for (let pages = 0; pages < maxPages && !isHealed; pages++) {
    const page: Page<Message> | typeof unread = await orUnread(
      client.read(listMessages(chatID, { cursor, direction: 'before' })),
    );
    if (page === unread) break;
    for (const message of page.items) {
      const isKnown = unseen.delete(message.id);
      const time = message.timestamp?.getTime() ?? from;
      const isNew = shadow.learnMessage(chatID, message);
      // Of a chat that nobody has read, only what has come since is missing.
      if (isNew && (isHeld || isKnown || time >= from))
        found.push(...differencesOf(chatID, message, isKnown));
    }
    const oldest = Math.min(
      ...page.items.map(({ timestamp }) => timestamp?.getTime() ?? Number.POSITIVE_INFINITY),
    );
    const isEmpty = page.items.length === 0;
    // Some servers say at the end of a history that there is more. That a whole chat is empty is not believed then.
    const isEnd = isEmpty ? pages > 0 : page.oldestCursor === null || page.oldestCursor === cursor;
    isHealed = !page.hasMore || isEnd || oldest < (unseen.size > 0 ? oldestKnown : from);
    if (isEmpty) break;
    cursor = page.oldestCursor;
  }
  if (isHealed) {
    for (const messageID of unseen.keys()) {
      shadow.dropMessage(chatID, messageID);
      found.push({ kind: 'messageGone', chatID, messageID });
    }
  }
  return { chatID, isHealed, differences: found.reverse() };
}

/** Removals come last. */
const timeOf = (difference: Difference): number =>
  difference.kind === 'message' ? (difference.message.timestamp?.getTime() ?? 0) : Number.MAX_SAFE_INTEGER;

/** @returns nothing for a hidden message that nobody has: lists leave it out. */
function differencesOf(chatID: string, message: Message, isKnown: boolean): Difference[] {
  if (isShown(message)) return [{ kind: 'message', chatID, message }];
  return isKnown ? [{ kind: 'messageGone', chatID, messageID: message.id }] : [];
}

const unread: unique symbol = Symbol('unread');

/** @returns `unread` for a failure that says nothing about other reads. */
const orUnread = async <Value>(read: Promise<Value>): Promise<Value | typeof unread> => {
  try {
    return await read;
  } catch (failure) {
    if (!(failure instanceof Failure) || failure instanceof UnauthenticatedFailure) throw failure;
    return unread;
  }
};
