import { type PageRequest, pageQuery, withQuery } from '../lists.ts';
import type { Read } from '../operation.ts';
import type { Page } from '../page.ts';
import type { User } from '../users/wire.ts';
import { decodeUsers } from '../users/wire.ts';
import { type Account, decodeAccounts } from './wire.ts';

/** `GET /v1/accounts`: all accounts, connected or not. */
export const getAccounts = (): Read<readonly Account[]> => ({
  operation: 'accounts',
  path: '/v1/accounts',
  decode: decodeAccounts,
});

/** Networks can be slow to find somebody. */
const lookUpMs = 30_000;

/** `GET /v1/accounts/{accountID}/contacts`: asks the network, not only the list that Beeper has. */
export const lookUpContacts = (accountID: string, query: string): Read<Page<User>> => ({
  operation: 'lookUpContacts',
  path: withQuery(`/v1/accounts/${encodeURIComponent(accountID)}/contacts`, { query }),
  decode: decodeUsers,
  timeoutMs: lookUpMs,
  inputPaths: () => ({ query: ['query'], accountID: ['accountID'], '': ['query'] }),
});

interface ContactList {
  readonly query: string | null;
  /** 1 to 200. */
  readonly limit: number;
  readonly page: PageRequest;
}

/** `GET /v1/accounts/{accountID}/contacts/list`: the contacts of one account; Beeper reads them locally and fast. */
export const listContacts = (accountID: string, { query, limit, page }: ContactList): Read<Page<User>> => ({
  operation: 'contacts',
  path: withQuery(`/v1/accounts/${encodeURIComponent(accountID)}/contacts/list`, {
    query,
    limit,
    ...pageQuery(page),
  }),
  decode: decodeUsers,
});
