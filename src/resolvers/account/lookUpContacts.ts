import * as api from '../../beeper/accounts/api.ts';
import type { User } from '../../beeper/users/wire.ts';
import type { Context } from '../../context.ts';

/** Far more than anybody looks through. */
export const maxFoundContacts = 200;

/** @returns people whom Beeper finds on the network of the account, each once, at most `maxFoundContacts`. */
export async function lookUpContacts(
  accountID: string,
  query: string,
  { beeper }: Context,
): Promise<readonly User[]> {
  const { items } = await beeper.read(api.lookUpContacts(accountID, query));
  const found = new Map<string, User>();
  for (const user of items) {
    if (found.size === maxFoundContacts) break;
    if (!found.has(user.id)) found.set(user.id, user);
  }
  return [...found.values()];
}
