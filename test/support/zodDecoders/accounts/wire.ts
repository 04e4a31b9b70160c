import { z } from 'zod';
import { user } from '../users/wire.ts';
import { id, key, orNull, part, readable, reader, text } from '../values.ts';

export const account = z.object({
  accountID: id,
  loginID: key,
  /** Absent before app 4.2.785. */
  bridge: part({ id: key, type: text, provider: text }),
  network: text,
  user: orNull(user),
  /** Absent before app 4.3. */
  status: text,
  statusText: text,
  capabilities: orNull(z.record(z.string(), z.unknown())),
});

export type Account = z.output<typeof account>;

/** @returns null for a body that is not an array. Accounts that can't be read are left out. */
export const decodeAccounts: (body: unknown) => Account[] | null = reader(readable('account', account));
