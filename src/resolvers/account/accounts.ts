import { getAccounts } from '../../beeper/accounts/api.ts';
import type { Account } from '../../beeper/accounts/wire.ts';
import type { Context } from '../../context.ts';

/** @returns all accounts, connected or not. */
export function accounts({ beeper }: Context): Promise<readonly Account[]> {
  return beeper.read(getAccounts());
}
