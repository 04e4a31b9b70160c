import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createMemoryStore } from '../../src/writes/store/memory.ts';
import { StoreError } from '../../src/writes/store/store.ts';
import { list, lost, page, routes, send, sendMessage, unknown } from '../support/lostSends.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';

const { chatID } = kishan;

const messagesOf = ({ sandbox }: Pair, id = chatID) => sandbox.chats.get(id)?.messages ?? [];

for (const [what, fault] of [
  ['a lost answer', lost],
  ['a 502 after the message was sent', { status: 502, performs: true }],
  ['a 500 after the message was sent', { status: 500, performs: true }],
  ['a 503 after the message was sent', { status: 503, performs: true }],
  ['a page in HTML', { html: true, performs: true }],
] as const) {
  test(`after ${what}, the message is found by one look, and never sent again`, async () => {
    await using pair = await startPair();
    pair.sandbox.next(send, fault);
    const before = messagesOf(pair).length;

    const first = await sendMessage(pair, { key: 'key-00001' });
    const again = await sendMessage(pair, { key: 'key-00001' });

    expect(first).toMatchObject({
      __typename: 'SendMessagePayload',
      chatID,
      replayed: false,
      resolvedByLooking: true,
    });
    expect(again).toEqual({ ...first, replayed: true });
    expect(messagesOf(pair)).toHaveLength(before + 1);
    // The chat tells by which other IDs the message may have been sent.
    expect(routes(pair)).toEqual([send, list, 'GET /v1/chats/{chatID}']);
  });
}

test('without a key, a lost answer is unknown, and nothing is read', async () => {
  await using pair = await startPair();
  pair.sandbox.next(send, lost);

  const result = await sendMessage(pair);

  expect(result).toMatchObject({ ...unknown, retryable: false, candidates: null });
  expect(routes(pair)).toEqual([send]);
});

for (const status of [500, 502]) {
  test(`a ${status} to a message that was not sent is unknown, and says what to do`, async () => {
    await using pair = await startPair();
    pair.sandbox.next(send, { status });

    const result = await sendMessage(pair, { key: 'key-00001' });

    expect(result).toMatchObject({
      ...unknown,
      candidates: [],
      upstreamCode: expect.stringMatching(/^[A-Z_]+$/),
    });
    expect(result.remedy).toMatch(/same idempotency key.* never sends it\. A new key would send/);
    expect(routes(pair)).toEqual([send, list]);
  });
}

test('of two equal messages, only one that is dated after the attempt is taken', async () => {
  await using pair = await startPair();
  pair.sandbox.next(send, lost);
  pair.sandbox.next(list, page(['1002', -1], ['1001', 300]));

  const result = await sendMessage(pair, { key: 'key-00001' });

  expect(result).toMatchObject({ pendingMessageID: '1002', resolvedByLooking: true });
});

test('an older equal message is neither taken nor a candidate', async () => {
  await using pair = await startPair();
  pair.sandbox.next(send, lost);
  pair.sandbox.next(list, page(['1001', 300]));

  expect(await sendMessage(pair, { key: 'key-00001' })).toMatchObject({ ...unknown, candidates: [] });
  expect(routes(pair)).toEqual([send, list]);
});

for (const seconds of [-60, -30, 30, 60]) {
  test(`with a clock that differs by ${seconds} s, no message from before the attempt is taken, now or later`, async () => {
    await using pair = await startPair();
    pair.sandbox.next(send, { reset: 'after' });
    // It was sent a second before the attempt.
    pair.sandbox.always(list, page(['1001', 1 - seconds]));

    expect(await sendMessage(pair, { key: 'key-00001' })).toMatchObject(unknown);
    pair.sandbox.always(list, page(['1001', 0]));
    pair.sandbox.next(list, page(['1001', seconds > 0 ? -1 : 1 - seconds]));
    expect(await sendMessage(pair, { key: 'key-00001' })).toMatchObject(unknown);
    expect(pair.writes()).toHaveLength(1);
  });
}

test('while Beeper’s clock differs, nothing is taken', async () => {
  await using pair = await startPair();
  pair.sandbox.next(send, lost);
  const date = new Date(Date.now() - 30_000).toUTCString();
  pair.sandbox.always(list, { headers: { date } });

  const result = await sendMessage(pair, { key: 'key-00001' });

  expect(result).toMatchObject(unknown);
  expect(result.candidates).toHaveLength(1);
  expect(routes(pair)).toEqual([send, list]);
});

test('a message that appears later is found when the request is repeated', async () => {
  await using pair = await startPair({ timeoutMs: 1_000 });
  pair.sandbox.next(send, { hang: true, performs: true });
  pair.sandbox.next(list, page());

  const first = await sendMessage(pair, { key: 'key-00001' });
  const again = await sendMessage(pair, { key: 'key-00001' });

  expect(first).toMatchObject({ ...unknown, candidates: [] });
  expect(again).toMatchObject({ resolvedByLooking: true, replayed: true });
  expect(pair.writes()).toHaveLength(1);
});

test('two of your messages with the same text leave the outcome unknown, and are the candidates', async () => {
  await using pair = await startPair();
  pair.sandbox.next(send, lost);
  pair.sandbox.next(list, page(['1003', -1], ['1002', -1]));

  const result = await sendMessage(pair, { key: 'key-00001' });

  expect(result).toMatchObject({ ...unknown, candidates: [{ id: '1003' }, { id: '1002' }] });
});

test('one message answers for one key: of two lost sends of the same text, both stay unknown', async () => {
  await using pair = await startPair();
  pair.sandbox.next(send, { reset: 'after' });
  pair.sandbox.next(send, lost);
  pair.sandbox.next(list, page());

  const first = await sendMessage(pair, { key: 'key-00001' });
  const second = await sendMessage(pair, { key: 'key-00002' });
  const firstAgain = await sendMessage(pair, { key: 'key-00001' });

  expect(first).toMatchObject(unknown);
  expect(second).toMatchObject(unknown);
  expect(firstAgain).toMatchObject(unknown);
  expect(pair.writes()).toHaveLength(2);
});

test('a message that another key has sent is not taken for the lost one, also under its final ID', async () => {
  await using pair = await startPair({ sendAfterMs: 0 });
  pair.sandbox.next(send, { reset: 'after' });
  pair.sandbox.next(list, page());

  await sendMessage(pair, { key: 'key-00001' });
  const second = await sendMessage(pair, { key: 'key-00002' });
  const again = await sendMessage(pair, { key: 'key-00001' });

  expect(second).toMatchObject({ __typename: 'SendMessagePayload', resolvedByLooking: false });
  expect(again).toMatchObject(unknown);
});

test('a lost message is found next to one that another key has sent', async () => {
  await using pair = await startPair({ sendAfterMs: 0 });

  await sendMessage(pair, { key: 'key-00001' });
  pair.sandbox.next(send, lost);
  const second = await sendMessage(pair, { key: 'key-00002' });

  expect(second).toMatchObject({ resolvedByLooking: true });
  expect(messagesOf(pair).filter(({ text }) => text === 'ok')).toHaveLength(2);
});

test('a message that failed is answered with its send status', async () => {
  await using pair = await startPair();
  pair.sandbox.next(send, lost);
  pair.sandbox.always('GET /v1/chats/{chatID}/messages/{messageID}', {
    body: {
      id: '1001',
      chatID,
      accountID: 'matrix',
      sendStatus: { status: 'FAIL_PERMANENT', timestamp: '2026-01-01T00:00:00Z' },
    },
  });

  const result = await sendMessage(pair, {
    key: 'key-00001',
    more: '... on SendMessagePayload { sent: message { id sendStatus { status } } }',
  });

  expect(result).toMatchObject({
    resolvedByLooking: true,
    sent: { sendStatus: { status: 'FAIL_PERMANENT' } },
  });
});

for (const text of [
  '# not a title',
  '+ x',
  'https://e.example/a_b_c',
  '&amp; &lt;b&gt;',
  'a\r\n \r\nb',
  '**b** _i_',
]) {
  test(`${JSON.stringify(text)} is sent byte for byte, and found again as Beeper stores it`, async () => {
    await using pair = await startPair();
    pair.sandbox.next(send, lost);

    const result = await sendMessage(pair, { key: 'key-00001', text });

    expect(pair.writes().map(({ json }) => json)).toEqual([{ text }]);
    expect(result).toMatchObject({ resolvedByLooking: true });
  });
}

test('a file without a caption is found by being a file', async () => {
  await using pair = await startPair();
  pair.sandbox.next(send, lost);

  const result = await sendMessage(pair, {
    key: 'key-00001',
    content: { attachment: { uploadID: 'upload-photo' } },
  });

  expect(pair.writes().map(({ json }) => json)).toEqual([{ attachment: { uploadID: 'upload-photo' } }]);
  expect(result).toMatchObject({ resolvedByLooking: true });
});

test('a message lost on the way to a merged chat is found in one of its chats', async () => {
  await using pair = await startPair();
  const merged = [...pair.sandbox.chats.values()].find(({ merge }) => merge);
  const part = merged?.merge?.defaultChatID ?? '';
  pair.sandbox.next(send, lost);

  const result = await sendMessage(pair, { key: 'key-00001', to: merged?.id ?? '' });

  expect(result).toMatchObject({ chatID: part, resolvedByLooking: true });
  expect(messagesOf(pair, part).filter(({ text }) => text === 'ok')).toHaveLength(1);
});

test('the outcome of a send in a merged chat stays unknown while one of its chats can’t be read', async () => {
  await using pair = await startPair();
  const merged = [...pair.sandbox.chats.values()].find(({ merge }) => merge);
  pair.sandbox.next(send, lost);
  pair.sandbox.next(list, page());
  pair.sandbox.always(list, { status: 500 });

  const result = await sendMessage(pair, { key: 'key-00001', to: merged?.id ?? '' });

  expect(result).toMatchObject({ ...unknown, candidates: null });
  expect(pair.gateway.log.some(({ msg }) => msg === 'Unexpected error masked')).toBe(false);
});

test('a key is not taken for other input, and nothing is sent', async () => {
  await using pair = await startPair();

  await sendMessage(pair, { key: 'key-00001', text: 'a' });
  const result = await sendMessage(pair, { key: 'key-00001', text: 'b' });

  expect(result).toMatchObject({ __typename: 'BeeperIdempotencyError' });
  expect(pair.writes()).toHaveLength(1);
});

test('a request that is repeated while the first one runs gets the same payload', async () => {
  await using pair = await startPair();
  pair.sandbox.next(send, { delayMs: 300 });

  const results = await Promise.all([
    sendMessage(pair, { key: 'key-00001' }),
    sleep(50).then(() => sendMessage(pair, { key: 'key-00001' })),
  ]);

  expect(results).toMatchObject([{ replayed: false }, { replayed: true }]);
  expect(results[1]?.pendingMessageID).toBe(results[0]?.pendingMessageID);
  expect(pair.writes()).toHaveLength(1);
});

test('a send whose process died is looked for, and not sent again', async () => {
  const store = createMemoryStore();
  await using pair = await startPair({
    sendAfterMs: 0,
    store: {
      ...store,
      put: async () => {},
      async claim(...parameters) {
        const existing = await store.claim(...parameters);
        return existing && { ...existing, leased: false };
      },
    },
  });

  await sendMessage(pair, { key: 'key-00001' });
  const again = await sendMessage(pair, { key: 'key-00001' });

  expect(again).toMatchObject({ replayed: true, resolvedByLooking: true });
  // What was found was not stored, either.
  expect(await sendMessage(pair, { key: 'key-00001' })).toEqual(again);
  expect(pair.writes()).toHaveLength(1);
});

for (const [what, error, isLogged] of [
  ['a store that is lost', new StoreError('TIMEOUT'), false],
  ['an unexpected error', new TypeError('x is not a function'), true],
] as const) {
  test(`${what} during a look is ${isLogged ? 'logged' : 'no unexpected error'}, and the outcome unknown`, async () => {
    await using pair = await startPair({
      store: { ...createMemoryStore(), lists: () => Promise.reject(error) },
    });
    pair.sandbox.next(send, lost);

    expect(await sendMessage(pair, { key: 'key-00001' })).toMatchObject({ ...unknown, candidates: [{}] });
    expect(pair.gateway.log.some(({ msg }) => msg === 'Unexpected error masked')).toBe(isLogged);
  });
}

for (const [what, messages, hasMore, isFound] of [
  [
    'that goes back to before the attempt',
    [
      ['1002', -1],
      ['1001', 60, { text: 'older' }],
    ],
    true,
    true,
  ],
  ['that is the only one', [['1002', -1]], false, true],
  ['that does not go back to the attempt', [['1002', -1]], true, false],
] as const) {
  test(`in a page ${what}, the message is ${isFound ? 'found' : 'a candidate'}`, async () => {
    await using pair = await startPair();
    pair.sandbox.next(send, lost);
    pair.sandbox.next(list, { body: { ...page(...messages).body, hasMore } });

    const result = await sendMessage(pair, { key: 'key-00001' });

    if (isFound) expect(result).toMatchObject({ pendingMessageID: '1002', resolvedByLooking: true });
    else expect(result).toMatchObject({ ...unknown, candidates: [{ id: '1002' }] });
  });
}

test('a lost reply is found, also on a network that does not show what it replies to', async () => {
  await using pair = await startPair();
  const replyToMessageID = messagesOf(pair).at(-1)?.id ?? '';
  pair.sandbox.next(send, lost);
  pair.sandbox.next(send, lost);

  const shown = await sendMessage(pair, { key: 'key-00001', replyToMessageID });
  pair.sandbox.next(list, page(['1002', -1, { text: 'other' }]));
  const hidden = await sendMessage(pair, { key: 'key-00002', replyToMessageID, text: 'other' });

  expect(pair.writes().map(({ json }) => json)).toMatchObject([{ replyToMessageID }, { replyToMessageID }]);
  expect(messagesOf(pair).at(-1)).toMatchObject({ linkedMessageID: replyToMessageID });
  expect([shown, hidden]).toMatchObject([{ resolvedByLooking: true }, { resolvedByLooking: true }]);
});
