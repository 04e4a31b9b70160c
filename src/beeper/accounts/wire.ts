import { object } from '../objectReader.ts';
import { decoder, orNull, type ReadBy } from '../reader.ts';
import { user } from '../users/wire.ts';
import { anything, id, key, part, readable, record, text } from '../values.ts';

export const account = object({
  accountID: id,
  loginID: key,
  /** Absent before app 4.2.785. */
  bridge: part({ id: key, type: text, provider: text }),
  network: text,
  user: orNull(user),
  /** Absent before app 4.3. */
  status: text,
  statusText: text,
  capabilities: orNull(record(anything)),
});

export type Account = ReadBy<typeof account>;

/** @returns null for a body that is not an array. Accounts that can't be read are left out. */
export const decodeAccounts: (body: unknown) => Account[] | null = decoder(readable('account', account));
