import * as api from '../../beeper/chats/api.ts';
import type { Chat } from '../../beeper/chats/wire.ts';
import type { Context } from '../../context.ts';
import { type Connection, type ConnectionArgs, connect, defaultPageSize } from '../paging/connect.ts';

/** @returns the chats that match every part of `search`. */
export function searchChats(
  search: api.ChatSearch,
  args: ConnectionArgs,
  { beeper }: Context,
): Promise<Connection<Chat>> {
  return connect(args, defaultPageSize.searchChats, {
    fetch: ({ limit, ...page }) => beeper.read(api.searchChats(search, limit, page)),
    idOf: ({ id }) => id,
    moves: true,
  });
}
