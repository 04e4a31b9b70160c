import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pagings, type Sandbox, seedChatIDs } from '../../src/sandbox/index.ts';
import { seed } from '../support/askStrictly.ts';
import { startPair } from '../support/pair.ts';
import { MergedMessages } from '../support/queryDocuments.ts';
import { runs } from '../support/runs.ts';

const numRuns = runs(10);

/** For each message, oldest first: the chat that it is in, and the seconds since the message before. */
const history = fc.array(fc.record({ chat: fc.nat({ max: 2 }), seconds: fc.nat({ max: 2 }) }), {
  maxLength: 150,
});
const step = fc.record({
  isForward: fc.boolean(),
  count: fc.integer({ min: 1, max: 40 }),
  cursor: fc.nat(),
  inserted: fc.oneof(fc.constant([]), fc.array(fc.nat({ max: 2 }), { maxLength: 40 })),
});

/** The chats of the merged person, which a test fills. */
function createPerson(sandbox: Sandbox) {
  const chats =
    sandbox.chats.get(seedChatIDs.merged)?.merge?.chatIDs.map((id) => sandbox.chats.get(id)) ?? [];
  const sample = chats[0]?.messages[0];
  let now = 0;
  let count = 0;
  return {
    clear() {
      for (const chat of chats) chat?.messages.splice(0);
      now = Date.parse('2026-08-01T00:00:00Z');
    },
    add(index: number, seconds: number) {
      const chat = chats[index];
      now += seconds * 1_000;
      count++;
      if (!chat || !sample) return;
      chat.messages.push({
        ...sample,
        chatID: chat.id,
        id: `m${count}`,
        sortKey: String(1_000_000 + count),
        timestamp: new Date(now).toISOString(),
      });
    },
    /** Newest first; of the same time, in the order of the chats. */
    ids: () =>
      chats
        .flatMap((chat) => chat?.messages.toReversed() ?? [])
        .toSorted((a, b) => Date.parse(b.timestamp) - Date.parse(a.timestamp))
        .map(({ id }) => id),
  };
}

test.each(pagings)(
  'a merged chat, paging %s: no mix of requests loses, repeats or reorders a message',
  async (paging) => {
    await using pair = await startPair({ paging });
    const person = createPerson(pair.sandbox);

    await fc.assert(
      fc.asyncProperty(history, fc.array(step, { minLength: 1, maxLength: 8 }), async (messages, steps) => {
        person.clear();
        for (const { chat, seconds } of messages) person.add(chat, seconds);
        const known: { id: string; cursor: string }[] = [];
        for (const { isForward, count, cursor, inserted } of steps) {
          for (const chat of inserted) person.add(chat, 1);
          const from = known[cursor % (known.length + 1)];
          const args =
            isForward || !from
              ? { first: count, after: from?.cursor ?? null }
              : { last: count, before: from.cursor };

          const { data, errors } = await pair.gateway.query(MergedMessages, {
            id: seedChatIDs.merged,
            ...args,
          });

          expect(errors).toBeUndefined();
          const { edges = [], pageInfo } = data?.chat?.messages ?? {};
          const all = person.ids();
          const at = from ? all.indexOf(from.id) : -1;
          const expected =
            isForward || !from ? all.slice(at + 1, at + 1 + count) : all.slice(Math.max(0, at - count), at);
          expect(edges.map(({ node }) => node.id)).toEqual(expected);
          expect(pageInfo).toMatchObject(
            isForward || !from
              ? { hasNextPage: at + 1 + count < all.length, hasPreviousPage: at >= 0 }
              : { hasPreviousPage: at - count > 0 && expected.length > 0, hasNextPage: true },
          );
          known.push(...edges.map(({ cursor, node }) => ({ cursor, id: node.id })));
        }
      }),
      { seed, numRuns },
    );
  },
);
