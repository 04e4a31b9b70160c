import type { Chat } from '../../beeper/chats/wire.ts';
import type { ChatSearch } from '../../beeper/lists.ts';
import type { Context } from '../../context.ts';
import { type Connection, type ConnectionArgs, connect, defaultPageSize } from '../paging.ts';

export interface ChatsArgs extends ConnectionArgs {
  readonly accountIDs?: readonly string[] | null | undefined;
}

const idOf = ({ id }: Chat) => id;

/** @returns the chats of all accounts, or of those named, newest activity first, each with its last message. */
export function chats(
  { accountIDs = null, ...args }: ChatsArgs,
  { beeper }: Context,
): Promise<Connection<Chat>> {
  return connect(args, {
    fetch: ({ limit: _, ...page }) => beeper.listChats({ accountIDs, page }),
    idOf,
    defaultPageSize: defaultPageSize.chats,
  });
}

/** @returns the chats that match. */
export function searchChats(
  search: ChatSearch,
  args: ConnectionArgs,
  { beeper }: Context,
): Promise<Connection<Chat>> {
  return connect(args, {
    fetch: ({ limit, ...page }) => beeper.searchChats({ search, limit, page }),
    idOf,
    defaultPageSize: defaultPageSize.searchChats,
  });
}
