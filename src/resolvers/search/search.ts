import type { Chat } from '../../beeper/chats/wire.ts';
import { maxFoundMessages, search as readSearch } from '../../beeper/search/api.ts';
import type { Context } from '../../context.ts';
import type { MessageInChat } from '../message/connectMessages.ts';
import { foundMessages, noteServed, searchMessages } from '../message/searchMessages.ts';
import { type Connection, connectPage } from '../paging/connect.ts';

export interface Found {
  readonly chats: readonly Chat[];
  readonly inGroups: readonly Chat[];
  readonly messages: Connection<MessageInChat>;
}

/** @returns what Beeper finds for the words. The cursors of the messages are those of `searchMessages` for the same words. */
export async function search(query: string, context: Context): Promise<Found> {
  const { chats, inGroups, messages } = await context.beeper.read(readSearch(query));
  noteServed(messages, context);
  const page = await connectPage<MessageInChat>(messages, maxFoundMessages, foundMessages);
  // Some servers find a page of reactions first, which has no cursor to continue from.
  const isAllHidden = page.edges.length === 0 && messages.hasMore;
  return { chats, inGroups, messages: isAllHidden ? await searchMessages({ query }, {}, context) : page };
}
