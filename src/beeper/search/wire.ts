import { type Chat, chatElsewhere } from '../chats/wire.ts';
import { countDropped } from '../dropped.ts';
import { type Message, message } from '../messages/wire.ts';
import { object } from '../objectReader.ts';
import { type Page, page } from '../page.ts';
import { decoder, map, orNull, type Reader, unreadable } from '../reader.ts';
import { entries, list } from '../values.ts';

/** A message with the chat that the answer sends beside it. */
export interface FoundMessage extends Message {
  readonly chat: Chat;
  /** True where the answer holds no such chat: `chat` has only its IDs then. */
  readonly isChatUnknown: boolean;
}

const messagePage = page('message', message);
const chatMap = object({ chats: entries('chat', chatElsewhere) });

/** A page of messages of several chats, and the chats by ID. */
const foundMessages: Reader<Page<FoundMessage>> = (value) => {
  const found = messagePage(value);
  const beside = chatMap(value);
  if (found === unreadable || beside === unreadable) return unreadable;
  const chats = new Map((beside.chats ?? []).map(({ key, value }) => [key, value]));
  return { ...found, items: found.items.flatMap((one) => withChat(one, chats)) };
};

/** A message is left out where nothing tells its chat and account. */
function withChat(found: Message, chats: ReadonlyMap<string, Chat>): FoundMessage[] {
  const { chatID, accountID } = found;
  const chat = chatID === null ? undefined : chats.get(chatID);
  if (chat) return [{ chat, isChatUnknown: false, ...found }];
  const ids = chatElsewhere({ id: chatID, accountID });
  if (ids !== unreadable) return [{ chat: ids, isChatUnknown: true, ...found }];
  countDropped('message');
  return [];
}

/** @returns null for a body that is not a page. */
export const decodeFoundMessages: (body: unknown) => Page<FoundMessage> | null = decoder(foundMessages);

export interface SearchResults {
  readonly chats: readonly Chat[];
  readonly inGroups: readonly Chat[];
  readonly messages: Page<FoundMessage>;
}

const nothing: Page<FoundMessage> = { items: [], hasMore: false, oldestCursor: null, newestCursor: null };

const results = map(
  object({
    results: object({
      chats: list('chat', chatElsewhere),
      in_groups: list('chat', chatElsewhere),
      messages: orNull(foundMessages),
    }),
  }),
  ({ results: { chats, in_groups, messages } }): SearchResults => ({
    chats: chats ?? [],
    inGroups: in_groups ?? [],
    messages: messages ?? nothing,
  }),
);

/** @returns null for a body without results. */
export const decodeSearch: (body: unknown) => SearchResults | null = decoder(results);
