import type { Account } from '../../beeper/accounts/wire.ts';
import type { Context } from '../../context.ts';

/** @returns all accounts, connected or not. */
export function accounts({ beeper }: Context): Promise<readonly Account[]> {
  return beeper.getAccounts();
}

/** @returns the account with this ID, or null where there is none. However many are asked for, it is one call. */
export async function account(id: string, { beeper }: Context): Promise<Account | null> {
  const all = await beeper.getAccounts();
  return all.find(({ accountID }) => accountID === id) ?? null;
}
