import { listContacts } from '../../beeper/accounts/api.ts';
import type { User } from '../../beeper/users/wire.ts';
import type { Context } from '../../context.ts';
import { type Connection, type ConnectionArgs, connect, defaultPageSize } from '../paging/connect.ts';

export interface ContactsArgs extends ConnectionArgs {
  readonly query?: string | null | undefined;
}

/** @returns the contacts of one account, all of them or those that match `query`. */
export function contacts(
  accountID: string,
  { query = null, ...args }: ContactsArgs,
  { beeper }: Context,
): Promise<Connection<User>> {
  return connect(args, defaultPageSize.contacts, {
    fetch: ({ limit, ...page }) => beeper.read(listContacts(accountID, { query, limit, page })),
    idOf: ({ id }) => id,
  });
}
