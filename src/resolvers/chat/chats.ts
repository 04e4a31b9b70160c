import { getAccounts } from '../../beeper/accounts/api.ts';
import { listChats } from '../../beeper/chats/api.ts';
import type { Chat } from '../../beeper/chats/wire.ts';
import type { Context } from '../../context.ts';
import { hasLastMessage } from '../message/lastMessage.ts';
import { type Connection, type ConnectionArgs, connect, defaultPageSize } from '../paging/connect.ts';

/** What a list shows of one person's chats that Beeper joined to a merged chat. */
export type MergedChats = 'COLLAPSED' | 'ALL';

export interface ChatsArgs extends ConnectionArgs {
  readonly accountIDs?: readonly string[] | null | undefined;
  /**
   * Left out, `COLLAPSED` for all accounts. A merged chat belongs to an account of its own, so that a list of other
   * accounts would lose the person: there it is `ALL`.
   */
  readonly merged?: MergedChats | null | undefined;
}

/**
 * @param calling the selected fields of each chat that may call Beeper. With `account`, accounts are read at the same time as
 * the chats.
 * @returns the chats of all accounts, or of those named, newest activity first, each with its last message.
 */
export function chats(
  { accountIDs = null, merged, ...args }: ChatsArgs,
  { beeper }: Context,
  calling: ReadonlySet<string> = new Set(),
): Promise<Connection<Chat>> {
  const isCollapsed = (merged ?? (accountIDs ? 'ALL' : 'COLLAPSED')) === 'COLLAPSED';
  const connection = connect(args, defaultPageSize.chats, {
    fetch: ({ limit, ...page }) => beeper.read(listChats(accountIDs, limit, page)),
    idOf: ({ id }) => id,
    moves: true,
    isShown: ({ mergedIntoChatID }) => !isCollapsed || mergedIntoChatID === null,
  });
  if (!calling.has('account')) return connection;
  // Each chat reports their failure.
  const accounts = beeper.read(getAccounts()).catch(() => {});
  // The chats wait for the accounts here, once, and not each on its own. Calls of theirs must not wait: accounts that hang
  // would use up the time of these.
  return connection.then((page) => (makesOtherCalls(page, calling) ? page : accounts.then(() => page)));
}

/** Fields that read nothing but accounts. */
const ofAccounts = ['account', 'network'];

function makesOtherCalls({ edges }: Connection<Chat>, calling: ReadonlySet<string>): boolean {
  const isCall = (name: string) =>
    name === 'lastMessage' ? edges.some(({ node }) => !hasLastMessage(node)) : !ofAccounts.includes(name);
  return [...calling].some(isCall);
}
