import type { User } from '../../beeper/users/wire.ts';
import type { Context } from '../../context.ts';
import { type Connection, type ConnectionArgs, connect, defaultPageSize } from '../paging.ts';

export interface ContactsArgs extends ConnectionArgs {
  readonly query?: string | null | undefined;
}

/** @returns the people whom one account knows, all or those who match `query`. */
export function contacts(
  accountID: string,
  { query = null, ...args }: ContactsArgs,
  { beeper }: Context,
): Promise<Connection<User>> {
  return connect(args, {
    fetch: ({ limit, ...page }) => beeper.listContacts(accountID, { query, limit, page }),
    idOf: ({ id }) => id,
    defaultPageSize: defaultPageSize.contacts,
  });
}
