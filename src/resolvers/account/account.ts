import { getAccounts } from '../../beeper/accounts/api.ts';
import type { Account } from '../../beeper/accounts/wire.ts';
import type { Context } from '../../context.ts';

/** @returns the account, or null. Any number of accounts in one request is one upstream call. */
export function account(id: string, { beeper }: Context): Account | null | Promise<Account | null> {
  const find = (all: readonly Account[]) => all.find(({ accountID }) => accountID === id) ?? null;
  const known = beeper.known(getAccounts());
  return known ? find(known) : beeper.read(getAccounts()).then(find);
}
