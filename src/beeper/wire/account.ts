import { z } from 'zod';
import { user } from './user.ts';
import { id, part, text } from './values.ts';

export const account = z.object({
  accountID: id,
  loginID: text,
  /** Absent before app 4.2.785. */
  bridge: part({ id: text, type: text, provider: text }),
  network: text,
  user: user.nullable().catch(null),
  /** Absent before app 4.3. */
  status: text,
  statusText: text,
  capabilities: z.record(z.string(), z.unknown()).nullable().catch(null),
});

export type Account = z.output<typeof account>;
