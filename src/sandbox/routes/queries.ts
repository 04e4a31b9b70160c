import { z } from 'zod';
import { validate } from '../server/validate.ts';

const flag = z.enum(['true', 'false']).transform((word) => word === 'true');
const whole = z
  .string()
  .regex(/^-?\d+$/, 'Expected an integer')
  .transform(Number);
const time = z.iso.datetime({ offset: true }).transform((moment) => Date.parse(moment));

const paging = {
  cursor: z.string().optional(),
  direction: z.enum(['before', 'after']).optional(),
};

const limit = (most: number, usual: number) => whole.pipe(z.number().min(1).max(most)).default(usual);

/** GET /v1/chats and the messages of a chat: no `limit`, so one that is sent is ignored. */
export const listQuery = z.object({ ...paging, accountIDs: z.array(z.string()).optional() });

/** The messages of a chat before 4.2.808: the cursor is a sort key, as it stands. */
export const sortKeyQuery = z.object({ ...paging, cursor: z.string().regex(/^\d+$/).optional() });

/** GET /v1/messages/search; the times in milliseconds since 1970. */
export const messageSearchQuery = z.object({
  ...paging,
  limit: limit(20, 20),
  query: z.string().optional(),
  chatIDs: z.array(z.string()).optional(),
  accountIDs: z.array(z.string()).optional(),
  chatType: z.enum(['single', 'group']).optional(),
  mediaTypes: z.array(z.enum(['any', 'video', 'image', 'link', 'file'])).optional(),
  sender: z.string().optional(),
  dateAfter: time.optional(),
  dateBefore: time.optional(),
  excludeLowPriority: flag.default(true),
  includeMuted: flag.default(true),
});

/** GET /v1/accounts/{accountID}/contacts */
export const contactSearchQuery = z.object({ query: z.string().min(1) });

/** GET /v1/accounts/{accountID}/contacts/list */
export const contactListQuery = z.object({
  ...paging,
  limit: limit(200, 50),
  query: z.string().min(1).optional(),
});

/** GET /v1/chats/{chatID} */
export const chatQuery = z.object({
  maxParticipantCount: whole.pipe(z.number().min(-1).max(500)).optional(),
});

/** GET /v1/chats/search; the times in milliseconds since 1970. */
export const chatSearchQuery = z.object({
  ...paging,
  limit: limit(200, 50),
  query: z.string().min(1).optional(),
  scope: z.enum(['titles', 'participants']).default('titles'),
  type: z.enum(['single', 'group', 'any']).default('any'),
  inbox: z.enum(['primary', 'low-priority', 'archive']).optional(),
  unreadOnly: flag.default(false),
  includeMuted: flag.default(true),
  lastActivityBefore: time.optional(),
  lastActivityAfter: time.optional(),
  accountIDs: z.array(z.string()).optional(),
});

/** The keys that may come more than once, and are read as lists even if they come once. */
const LISTS = new Set(['accountIDs', 'chatIDs', 'mediaTypes']);

/**
 * The query as the schema reads it. An empty value counts as absent, which is how clients write null in a query;
 * of a repeated key that is no list, the last counts. Throws a validation Problem.
 */
export function readQuery<T>(schema: z.ZodType<T>, query: URLSearchParams): T {
  const values: Record<string, string | string[]> = {};
  for (const key of new Set(query.keys())) {
    const all = query.getAll(key).filter((value) => value !== '');
    const last = all.at(-1);
    if (last !== undefined) values[key] = LISTS.has(key) ? all : last;
  }
  return validate(schema, values, 'query');
}
