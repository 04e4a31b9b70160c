import { listChats } from '../../beeper/chats/api.ts';
import type { Chat } from '../../beeper/chats/wire.ts';
import type { Context } from '../../context.ts';
import { type Connection, type ConnectionArgs, connect, defaultPageSize } from '../paging.ts';

export interface ChatsArgs extends ConnectionArgs {
  readonly accountIDs?: readonly string[] | null | undefined;
}

/** @returns the chats of all accounts, or of those named, newest activity first, each with its last message. */
export function chats(
  { accountIDs = null, ...args }: ChatsArgs,
  { beeper }: Context,
): Promise<Connection<Chat>> {
  return connect(args, {
    fetch: ({ limit: _, ...page }) => beeper.read(listChats(accountIDs, page)),
    idOf: ({ id }) => id,
    defaultPageSize: defaultPageSize.chats,
  });
}
