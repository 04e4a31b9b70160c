import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pagings, type Sandbox, seedChatIDs } from '../../src/sandbox/index.ts';
import { chats, idsOf, messages, type PagedList, type PagingArgs } from '../queries/pagedLists.ts';
import { seed } from '../support/askStrictly.ts';
import type { Gateway } from '../support/gateway.ts';
import { startPair } from '../support/pair.ts';
import { runs } from '../support/runs.ts';

const numRuns = runs(5);

/** A list of the sandbox that a test can change. */
interface ChangingList {
  readonly list: PagedList;
  readonly appVersion: string;
  readonly maxLength: number;
  /** Makes the list this long. */
  reset(sandbox: Sandbox, length: number): void;
  /** Adds an item at the front. */
  insert(sandbox: Sandbox): void;
  /** All IDs in the order of the list. */
  ids(sandbox: Sandbox): string[];
}

const history = (sandbox: Sandbox) => sandbox.chats.get(seedChatIDs.longHistory)?.messages ?? [];

const messageList = (appVersion: string): ChangingList => ({
  list: messages,
  appVersion,
  maxLength: 500,
  reset(sandbox, length) {
    const found = history(sandbox);
    const [sample] = found;
    found.splice(0);
    if (sample) found.push({ ...sample, id: 'm0', sortKey: '100000' });
    while (found.length < length) this.insert(sandbox);
    found.splice(length);
  },
  insert(sandbox) {
    const found = history(sandbox);
    const last = found.at(-1);
    if (last) found.push({ ...last, id: `m${found.length}`, sortKey: String(Number(last.sortKey) + 1) });
  },
  ids: (sandbox) =>
    history(sandbox)
      .map(({ id }) => id)
      .toReversed(),
});

let inserted = 0;

/** The number of chats in the sandbox is fixed, so that items can only be removed at the start. */
const chatList = (appVersion: string): ChangingList => ({
  list: chats,
  appVersion,
  maxLength: 300,
  reset(sandbox, length) {
    const all = sandbox.chats as Map<string, NonNullable<ReturnType<typeof sandbox.chats.get>>>;
    const sample = all.get(seedChatIDs.kishan);
    all.clear();
    if (!sample) return;
    all.set(sample.id, { ...sample, lastActivity: '2026-01-01T00:00:00.000Z', messages: [] });
    while (all.size < length) this.insert(sandbox);
  },
  insert(sandbox) {
    inserted++;
    const all = sandbox.chats as Map<string, NonNullable<ReturnType<typeof sandbox.chats.get>>>;
    const sample = all.get(seedChatIDs.kishan);
    const lastActivity = new Date(Date.parse('2026-02-01T00:00:00Z') + inserted * 1_000).toISOString();
    const id = `!chat${inserted}:beeper.com`;
    if (sample) all.set(id, { ...sample, id, localChatID: String(100_000 + inserted), lastActivity });
  },
  ids: (sandbox) =>
    [...sandbox.chats.values()]
      .toSorted((a, b) => (a.lastActivity < b.lastActivity ? 1 : -1))
      .map(({ id }) => id),
});

/** One request: forward or backward from a cursor that an earlier answer held, or from the start. */
const step = fc.record({
  isForward: fc.boolean(),
  count: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 200 })),
  /** Which of the known cursors; 0 is the start of the list. */
  cursor: fc.nat(),
  /** Items that are added before the request, and while it runs. */
  insertedBefore: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 })),
  insertedMeanwhile: fc.integer({ min: 0, max: 5 }),
});

async function ask(
  changing: ChangingList,
  { gateway, sandbox }: { gateway: Gateway; sandbox: Sandbox },
  args: PagingArgs,
  insertions: number,
) {
  const answer = changing.list.readPage(gateway, args);
  for (let n = 0; n < insertions; n++) {
    await setImmediate();
    changing.insert(sandbox);
  }
  const { page, errors } = await answer;
  expect(errors, JSON.stringify(args)).toBeUndefined();
  if (!page) throw new Error('The list can’t be read');
  return page;
}

test.each(
  pagings.flatMap((paging) =>
    [messageList('4.3.73'), messageList('4.2.600'), chatList('4.3.73'), chatList('4.3.0')].map(
      (changing) => ({
        paging,
        changing,
        name: `${changing.list.name} of app ${changing.appVersion}`,
      }),
    ),
  ),
)(
  '$name, paging $paging: no mix of requests loses, repeats or reorders an item',
  async ({ paging, changing }) => {
    await using pair = await startPair({ paging, appVersion: changing.appVersion });
    const { sandbox } = pair;

    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: changing.maxLength }),
        fc.array(step, { minLength: 1, maxLength: 8 }),
        async (length, steps) => {
          changing.reset(sandbox, Math.max(length, 1));
          const known: { id: string; cursor: string }[] = [];
          for (const { isForward, count, cursor, insertedBefore, insertedMeanwhile } of steps) {
            for (let n = 0; n < insertedBefore; n++) changing.insert(sandbox);
            const from = known[cursor % (known.length + 1)];
            const before = changing.ids(sandbox);
            const args =
              isForward || !from
                ? { first: count, after: from?.cursor ?? null }
                : { last: count, before: from.cursor };

            const page = await ask(changing, pair, args, insertedMeanwhile);

            const ids = idsOf(page);
            const all = changing.ids(sandbox);
            if (!from) {
              // The start of the list is somewhere among the items that were added meanwhile.
              const start = ids.length === 0 ? 0 : all.indexOf(ids[0] ?? '');
              expect(start).toBeLessThanOrEqual(all.length - before.length);
              expect(ids).toEqual(all.slice(start, start + count));
            } else if (isForward) {
              const start = all.indexOf(from.id) + 1;
              expect(ids).toEqual(all.slice(start, start + count));
              expect(page.pageInfo).toMatchObject({
                hasNextPage: start + count < all.length,
                hasPreviousPage: true,
              });
            } else {
              const end = all.indexOf(from.id);
              expect(ids).toEqual(all.slice(end - ids.length, end));
              expect(ids.length).toBeGreaterThanOrEqual(Math.min(count, before.indexOf(from.id)));
              expect(ids.length).toBeLessThanOrEqual(count);
              if (!page.pageInfo.hasPreviousPage) {
                expect(ids.length).toBeGreaterThanOrEqual(before.indexOf(from.id));
              }
            }
            known.push(...page.edges.flatMap(({ cursor, node }) => (node ? [{ cursor, id: node.id }] : [])));
          }
        },
      ),
      { seed, numRuns },
    );
  },
);
