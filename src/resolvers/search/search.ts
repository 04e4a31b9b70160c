import type { Chat } from '../../beeper/chats/wire.ts';
import { maxFoundMessages, search as readSearch } from '../../beeper/search/api.ts';
import type { Context } from '../../context.ts';
import type { MessageInChat } from '../message/connectMessages.ts';
import { foundMessages } from '../message/searchMessages.ts';
import { type Connection, connectPage } from '../paging/connect.ts';

export interface Found {
  readonly chats: readonly Chat[];
  readonly inGroups: readonly Chat[];
  readonly messages: Connection<MessageInChat>;
}

/** @returns what Beeper finds for the words. The cursors of the messages are those of `searchMessages` for the same words. */
export async function search(query: string, { beeper }: Context): Promise<Found> {
  const { chats, inGroups, messages } = await beeper.read(readSearch(query));
  return {
    chats,
    inGroups,
    messages: await connectPage<MessageInChat>(messages, maxFoundMessages, foundMessages),
  };
}
