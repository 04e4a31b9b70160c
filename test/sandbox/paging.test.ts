import { expect, test } from 'vitest';
import { type Paging, startSandbox } from '../../src/sandbox/index.ts';
import { sdk5 } from './clients.ts';

/** Reads the page towards newer items from the fourth page of the list; the positions of its items in the list. */
async function positionsAbove(paging: Paging) {
  await using sandbox = await startSandbox({ paging });
  const client = sdk5(sandbox);
  const ids: string[] = [];
  let newestOfFourth: string | null = null;
  let cursor: string | null = null;
  for (let turn = 0; turn < 5; turn++) {
    const page: Awaited<ReturnType<typeof client.chats.list>> = await client.chats.list({
      ...(cursor !== null && { cursor, direction: 'before' }),
    });
    if (turn === 3) newestOfFourth = page.newestCursor;
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.oldestCursor;
  }
  const above = await client.chats.list({ cursor: newestOfFourth, direction: 'after' });
  return { positions: above.items.map(({ id }) => ids.indexOf(id)), hasMore: above.hasMore };
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);

test.each([
  ['adjoining', range(50, 75), true],
  ['ignores-direction', range(76, 101), true],
  ['newest', range(0, 25), false],
  ['skips-neighbor', range(49, 74), true],
] as const)('paging %s: the page towards newer items from item 75', async (paging, positions, hasMore) => {
  expect(await positionsAbove(paging)).toEqual({ positions, hasMore });
});

test('paging skips-neighbor leaves out nothing if all newer items fit on the page', async () => {
  await using sandbox = await startSandbox({ paging: 'skips-neighbor' });
  const client = sdk5(sandbox);
  const first = await client.chats.list();
  const second = await client.chats.list({ cursor: first.oldestCursor, direction: 'before' });

  const above = await client.chats.list({ cursor: second.newestCursor, direction: 'after' });

  expect(above.items.map(({ id }) => id)).toEqual(first.items.map(({ id }) => id));
  expect(above.hasMore).toBe(false);
});
