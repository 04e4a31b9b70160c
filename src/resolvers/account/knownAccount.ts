import { getAccounts } from '../../beeper/accounts/api.ts';
import type { Account } from '../../beeper/accounts/wire.ts';
import type { Context } from '../../context.ts';

/**
 * @returns the account; null where the list of accounts does not have it, and `undefined` where the list was not read.
 * Makes no upstream call.
 */
export function knownAccount(id: string, { beeper }: Context): Account | null | undefined {
  const accounts = beeper.known(getAccounts());
  return accounts === null ? undefined : (accounts.find(({ accountID }) => accountID === id) ?? null);
}
