import { describe, expect, test, vi } from 'vitest';
import { seedChatIDs } from '../../../src/sandbox/index.ts';
import { createMemoryStore } from '../../../src/writes/store/memory.ts';
import type { Store } from '../../../src/writes/store/store.ts';
import type { Pair } from '../../support/pair.ts';
import { kishan } from '../../support/people.ts';
import { openSocket } from '../../support/rawSocket.ts';
import { startTwin } from '../../support/twin.ts';
import { archive, bodyOf, type Served, sendParts, textOf } from '../../support/twinRequests.ts';

describe('what goes wrong at Beeper', () => {
  type Prepare = (pair: Pair) => unknown;
  const startChat = (user: string, more = '') =>
    bodyOf(
      `mutation { startChat(input: { accountID: "playground", user: { username: "${user}" } }${more}) { __typename ... on BeeperError { code message remedy retryable } ... on StartChatPayload { chatID chat { title } chatError { code message } } } }`,
    );
  const read = bodyOf(`{ chat(id: "${kishan.chatID}") { title } accounts { id } }`);
  const partial = bodyOf('{ accounts { id } chat(id: "nobody") { id } chats(first: 1) { nodes { id } } }');

  test.each<[string, Served, string, number, Prepare]>([
    [
      'a typed failure',
      'the lane',
      bodyOf(archive()),
      1,
      ({ sandbox }) => sandbox.next('PATCH /v1/chats/{chatID}', { status: 500 }),
    ],
    [
      'an unknown outcome',
      'the lane',
      startChat('any-name'),
      1,
      ({ sandbox }) => sandbox.next('POST /v1/chats/start', { reset: 'after' }),
    ],
    [
      'an unknown outcome under a key',
      'the lane',
      startChat('any-name', ', idempotencyKey: "key-number-9"'),
      1,
      ({ sandbox }) => sandbox.next('POST /v1/chats/start', { reset: 'after' }),
    ],
    ['a follow-up that fails', 'the lane', startChat('follow-up-fails'), 1, () => {}],
    [
      'a read that fails',
      'Yoga',
      read,
      0,
      ({ sandbox }) => sandbox.always('GET /v1/chats/{chatID}', { status: 500 }),
    ],
    [
      'a read that is repeated',
      'the lane',
      read,
      0,
      ({ sandbox }) => sandbox.next('GET /v1/accounts', { status: 503 }),
    ],
    [
      'a rejected token',
      'Yoga',
      read,
      0,
      ({ sandbox }) => sandbox.always('GET /v1/accounts', { status: 401 }),
    ],
    [
      'a partial answer',
      'Yoga',
      partial,
      0,
      ({ sandbox }) => sandbox.always('GET /v1/chats', { status: 404 }),
    ],
    [
      'items that are dropped',
      'the lane',
      bodyOf('{ chats(first: 3) { nodes { id } } }'),
      0,
      ({ sandbox }) => sandbox.always('GET /v1/chats', { body: { items: [7, {}], hasMore: false } }),
    ],
    [
      'dropped items and an error',
      'Yoga',
      bodyOf('{ chats(first: 3) { nodes { id } } chat(id: "!x:y") { id } }'),
      0,
      ({ sandbox }) => {
        sandbox.always('GET /v1/chats', { body: { items: [7, {}], hasMore: false } });
        sandbox.always('GET /v1/chats/{chatID}', { status: 500 });
      },
    ],
    [
      'a mutation with an error of another field',
      'Yoga',
      bodyOf(
        `mutation { a: setChatArchived(input: { chatID: "${kishan.chatID}", isArchived: true }) { __typename } b: startChat(input: { accountID: "x", user: { id: "y" } }, idempotencyKey: "broken-store") { __typename } }`,
      ),
      1,
      () => {},
    ],
    ['Beeper is not there', 'the lane', startChat('any-name'), 0, ({ sandbox }) => sandbox.close()],
  ])('%s', async (_name, by, body, writes, prepare) => {
    const startStore = () => {
      const memory = createMemoryStore();
      const claim: Store['claim'] = (...args) => {
        if (body.includes('broken-store')) throw new Error('A fault of the gateway');
        return memory.claim(...args);
      };
      return { ...memory, claim };
    };
    await using twin = await startTwin(() => ({ store: startStore(), graphiql: false, timeoutMs: 3_000 }));
    const done = await twin.run(async (pair) => {
      await prepare(pair);
      await sendParts(pair.gateway, [textOf({ body })]);
    });
    expect(done.responses).toMatchObject([{ byLane: by === 'the lane' }]);
    expect(done.calls.filter((call) => !call.startsWith('reads'))).toHaveLength(writes);
  });

  test('answers that are too large', async () => {
    await using twin = await startTwin({ timeoutMs: 20_000 });
    const texts = (count: number) =>
      `messages(first: 100) { nodes { ${Array.from({ length: count }, (_, n) => `t${n}: text`).join(' ')} } }`;
    const mutation = `mutation { setChatArchived(input: { chatID: "${seedChatIDs.longHistory}", isArchived: true }) { ... on SetChatArchivedPayload { chatID chat { ${texts(20)} } } } }`;
    for (const [by, query] of [
      ['the lane', `{ chat(id: "${seedChatIDs.longHistory}") { ${texts(1)} } }`],
      ['Yoga', `{ chat(id: "${seedChatIDs.longHistory}") { ${texts(20)} } }`],
      ['the lane', mutation],
    ] as const) {
      const done = await twin.run(async ({ gateway, sandbox }) => {
        for (const message of sandbox.chats.get(seedChatIDs.longHistory)?.messages ?? [])
          message.text = 'x'.repeat(60_000);
        await sendParts(gateway, [textOf({ body: bodyOf(query) })]);
      });
      expect(done.responses).toMatchObject([{ byLane: by === 'the lane' }]);
    }
  });

  test.each<[string, string, boolean]>([
    ['a read', bodyOf(`{ chat(id: "${kishan.chatID}") { title } }`), true],
    ['a write', startChat('any-name'), true],
    ['a write with a key, which goes on', startChat('any-name', ', idempotencyKey: "key-number-9"'), false],
  ])('the caller disconnects during %s', async (_name, body, isAborted) => {
    await using twin = await startTwin({ timeoutMs: 20_000 });
    const done = await twin.run(async ({ gateway, sandbox }) => {
      sandbox.always('GET /v1/chats/{chatID}', { hang: true });
      sandbox.always('POST /v1/chats/start', { delayMs: isAborted ? 5_000 : 200 });
      await using connection = await openSocket(gateway);
      connection.socket.write(textOf({ body }));
      await vi.waitUntil(() => sandbox.calls.at(-1)?.path.startsWith('/v1/chats'));
      connection.socket.resetAndDestroy();
      if (isAborted) await vi.waitUntil(() => sandbox.calls.at(-1)?.aborted, { timeout: 3_000 });
    });
    expect(done.responses).toMatchObject([{ byLane: false }]);
    expect(done.responses[0]?.response.trim()).toBe('');
  });
});
