import { getAccounts } from '../../beeper/accounts/api.ts';
import type { Account } from '../../beeper/accounts/wire.ts';
import type { Context } from '../../context.ts';

type KnownAccount = Account | null | undefined;

/**
 * @returns the account, if accounts are read anyhow; null where their list does not have it, and `undefined` where no field
 * reads it, or it can't be read. Makes no upstream call.
 */
export function knownAccount(id: string, { beeper }: Context): KnownAccount | Promise<KnownAccount> {
  const find = (all: readonly Account[]) => all.find(({ accountID }) => accountID === id) ?? null;
  const known = beeper.known(getAccounts());
  return known ? find(known) : whenRead(find, beeper);
}

async function whenRead(
  find: (all: readonly Account[]) => Account | null,
  beeper: Context['beeper'],
): Promise<KnownAccount> {
  // The fields of a chat are resolved in turn: this lets `account` begin its read.
  await null;
  // A failed read is reported by the field that reads.
  return beeper.begun(getAccounts())?.then(find, () => undefined);
}
