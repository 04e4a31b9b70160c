import { getAccounts } from '../../beeper/accounts/api.ts';
import type { Account } from '../../beeper/accounts/wire.ts';
import type { Context } from '../../context.ts';

/** @returns the account, or null. Any number of accounts in one request is one upstream call. */
export async function account(id: string, { beeper }: Context): Promise<Account | null> {
  const all = await beeper.read(getAccounts());
  return all.find(({ accountID }) => accountID === id) ?? null;
}
