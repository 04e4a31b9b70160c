import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createMemoryStore } from '../../src/writes/store/memory.ts';
import { StoreError } from '../../src/writes/store/store.ts';
import { list, lost, page, routes, send, sendMessage, swallowed, unknown } from '../support/lostSends.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';

/** Whatever reads the same and is not what was sent must not be taken for it. */

const { chatID } = kishan;
const first = 'key-00001';
const second = 'key-00002';

const merged = ({ sandbox }: Pair) => {
  const chat = [...sandbox.chats.values()].find(({ merge }) => merge);
  return { id: chat?.id ?? '', localID: chat?.localChatID ?? '', part: chat?.merge?.defaultChatID ?? '' };
};
const localIDOf = ({ sandbox }: Pair, id: string) => sandbox.chats.get(id)?.localChatID ?? '';

test('a message that another key sends during the look is not taken', async () => {
  const store = createMemoryStore();
  let isSlow = true;
  await using pair = await startPair({
    store: {
      ...store,
      async lists(names) {
        const found = await store.lists(names);
        if (isSlow) await sleep(100);
        isSlow = false;
        return found;
      },
    },
  });
  pair.sandbox.next(send, swallowed);

  const looking = sendMessage(pair, { key: first });
  await expect.poll(() => pair.writes().length).toBe(1);
  await sleep(30);
  const other = await sendMessage(pair, { key: second });

  expect(other).toMatchObject({ resolvedByLooking: false });
  expect(await looking).toMatchObject(unknown);
  expect(await sendMessage(pair, { key: first })).toMatchObject(unknown);
});

for (const [what, ways] of [
  ['to the chat and to its local ID', (pair: Pair) => [chatID, localIDOf(pair, chatID)]],
  ['to a merged chat and to a part of it', (pair: Pair) => [merged(pair).id, merged(pair).part]],
  [
    'to a merged chat and to the local ID of a part of it',
    (pair: Pair) => [merged(pair).id, localIDOf(pair, merged(pair).part)],
  ],
  [
    'to the local ID of a merged chat and to a part of it',
    (pair: Pair) => [merged(pair).localID, merged(pair).part],
  ],
] as const) {
  for (const isReversed of [false, true]) {
    const name = `${what}${isReversed ? ', in reverse' : ''}`;
    test(`of two lost sends of one text ${name}, none is taken for the other`, async () => {
      await using pair = await startPair();
      const [one = '', other = ''] = isReversed ? ways(pair).toReversed() : ways(pair);
      pair.sandbox.next(send, swallowed);
      pair.sandbox.next(send, lost);

      const results = [
        await sendMessage(pair, { key: first, to: one }),
        await sendMessage(pair, { key: second, to: other }),
        await sendMessage(pair, { key: first, to: one }),
      ];

      expect(results).toMatchObject([unknown, unknown, unknown]);
      expect(pair.writes()).toHaveLength(2);
    });
  }
}

test('a message that another key has sent to the local ID is not taken for a lost one', async () => {
  await using pair = await startPair({ sendAfterMs: 0 });
  pair.sandbox.next(send, swallowed);

  await sendMessage(pair, { key: first });
  await sendMessage(pair, { key: second, to: localIDOf(pair, chatID) });

  expect(await sendMessage(pair, { key: first })).toMatchObject(unknown);
});

for (const [what, more] of [
  ['a reaction that Beeper lists as a message', { type: 'REACTION', linkedMessageID: '42' }],
  ['a hidden message', { isHidden: true }],
  ['a deleted message', { isDeleted: true }],
  ['a message with another text', { text: 'okay' }],
  ['a file with the text as its caption', { attachments: [{ type: 'img' }] }],
  ['a message without a date', { timestamp: undefined }],
] as const) {
  test(`${what} is neither taken nor a candidate`, async () => {
    await using pair = await startPair();
    pair.sandbox.next(send, swallowed);
    pair.sandbox.next(list, page(['1002', -1, more]));

    expect(await sendMessage(pair, { key: first })).toMatchObject({ ...unknown, candidates: [] });
  });
}

for (const [what, more] of [
  ['that was edited since', { editedTimestamp: new Date().toISOString() }],
  ['that replies to another message', { linkedMessageID: '41' }],
] as const) {
  test(`a message ${what} is a candidate, and not taken`, async () => {
    await using pair = await startPair();
    pair.sandbox.next(send, swallowed);
    pair.sandbox.next(list, page(['1002', -1, more]));

    expect(await sendMessage(pair, { key: first })).toMatchObject({
      ...unknown,
      candidates: [{ id: '1002' }],
    });
  });
}

test('a text of nothing but marks is not found by a message without text', async () => {
  await using pair = await startPair();
  pair.sandbox.next(send, swallowed);
  pair.sandbox.next(list, page(['1002', -1, { text: undefined }]));

  expect(await sendMessage(pair, { key: first, text: '***' })).toMatchObject(unknown);
});

test('of two equal messages, none is taken when the other one is deleted later', async () => {
  await using pair = await startPair();
  pair.sandbox.next(send, swallowed);
  pair.sandbox.next(list, page(['1003', -1], ['1002', -1]));
  pair.sandbox.next(list, page(['1003', -1]));

  expect(await sendMessage(pair, { key: first })).toMatchObject(unknown);
  expect(await sendMessage(pair, { key: first })).toMatchObject(unknown);
});

test('a message from before the attempt is not taken, though the key waited for another request', async () => {
  await using pair = await startPair();
  pair.sandbox.next(send, { status: 429, delayMs: 150 });
  pair.sandbox.next(send, swallowed);

  const results = Promise.all([sendMessage(pair, { key: first }), sendMessage(pair, { key: first })]);
  await sleep(60);
  pair.sandbox.next(list, page(['1002', 0]));

  expect((await results).map(({ __typename }) => __typename).toSorted()).toEqual([
    'BeeperOutcomeUnknownError',
    'BeeperRateLimitedError',
  ]);
  expect(pair.writes()).toHaveLength(2);
});

test('however often a key is repeated, what it knows of others is not lost', async () => {
  const store = createMemoryStore();
  let count = 0;
  await using pair = await startPair({
    store: {
      ...store,
      append(...parameters) {
        count++;
        return store.append(...parameters);
      },
    },
  });
  pair.sandbox.next(send, swallowed);
  await sendMessage(pair, { key: first });
  const before = count;

  await sendMessage(pair, { key: first });

  expect(count).toBe(before);
});

test('where the store may have forgotten sends that look alike, nothing is taken', async () => {
  const store = createMemoryStore();
  let again = async () => {};
  await using pair = await startPair({
    sendAfterMs: 0,
    store: {
      ...store,
      append(...note) {
        again = () => store.append(...note);
        return store.append(...note);
      },
    },
  });
  pair.sandbox.next(send, swallowed);
  await sendMessage(pair, { key: first });
  await sendMessage(pair, { key: second });
  // Each attempt that is refused adds to the list, too.
  pair.sandbox.next(send, { status: 429 });
  await sendMessage(pair, { key: 'key-00003' });
  for (let n = 0; n < 200; n++) await again();

  expect(await sendMessage(pair, { key: first })).toMatchObject(unknown);
});

test('a merged chat whose parts are gone in part is looked through', async () => {
  await using pair = await startPair();
  const { id, part } = merged(pair);
  pair.sandbox.chats.get(id)?.merge?.chatIDs.push('!gone:beeper.com');
  pair.sandbox.next(send, lost);

  expect(await sendMessage(pair, { key: first, to: id })).toMatchObject({
    chatID: part,
    resolvedByLooking: true,
  });
});

test('a repeat is answered also where the chat takes no more messages', async () => {
  await using pair = await startPair();
  const sent = await sendMessage(pair, { key: first });
  const chat = pair.sandbox.chats.get(chatID);
  if (chat) chat.isReadOnly = true;

  const response = await pair.gateway.send(
    `mutation ($id: ID!, $key: String) {
      unread: markChatUnread(input: { chatID: $id }) { ... on MarkChatUnreadPayload { chat { isReadOnly } } }
      again: sendMessage(input: { chatID: $id, content: { text: "ok" } }, idempotencyKey: $key) {
        ... on SendMessagePayload { pendingMessageID replayed }
      }
      other: sendMessage(input: { chatID: $id, content: { text: "ok" } }) { ... on BeeperError { code } }
    }`,
    { id: chatID, key: first },
  );

  expect(await response.json()).toMatchObject({
    data: {
      unread: { chat: { isReadOnly: true } },
      again: { pendingMessageID: sent.pendingMessageID, replayed: true },
      other: { code: 'FORBIDDEN' },
    },
  });
  expect(routes(pair).filter((route) => route === send)).toHaveLength(1);
});

test('a clock that differed when the message was sent leaves the outcome unknown, though it is set since', async () => {
  await using pair = await startPair();
  const date = new Date(Date.now() + 60_000).toUTCString();
  pair.sandbox.next('GET /v1/accounts', { headers: { date } });
  await pair.gateway.send('{ accounts { id } }');
  pair.sandbox.next(send, swallowed);
  pair.sandbox.next(list, { status: 500 });
  pair.sandbox.next(list, page(['1002', -1]));

  expect(await sendMessage(pair, { key: first })).toMatchObject({ ...unknown, candidates: null });
  expect(await sendMessage(pair, { key: first })).toMatchObject({ ...unknown, candidates: [{ id: '1002' }] });
});

test('a store without room for what tells sends apart sends nothing', async () => {
  await using pair = await startPair({ store: createMemoryStore({ max: 1 }) });

  expect(await sendMessage(pair, { key: first })).toMatchObject({ code: 'UNAVAILABLE' });
  expect(pair.writes()).toEqual([]);
});

test('one message answers for one key, also where the store has lost what tells sends apart', async () => {
  await using pair = await startPair({
    sendAfterMs: 0,
    store: { ...createMemoryStore(), append: async () => {} },
  });
  pair.sandbox.next(send, swallowed);
  pair.sandbox.next(send, lost);
  pair.sandbox.next(list, page());

  expect(await sendMessage(pair, { key: first })).toMatchObject(unknown);
  expect(await sendMessage(pair, { key: second })).toMatchObject({ resolvedByLooking: true });
  expect(await sendMessage(pair, { key: second })).toMatchObject({ resolvedByLooking: true, replayed: true });
  expect(await sendMessage(pair, { key: first })).toMatchObject(unknown);
});

/** What a store was given, as if that had been earlier. */
const earlier = (text: string, seconds: number) =>
  text.replace(/"at":(\d+)/, (_, at) => `"at":${Number(at) - seconds * 1_000}`);

test('a message that waited for its network for minutes is not taken for a later one', async () => {
  const store = createMemoryStore();
  let age = 300;
  await using pair = await startPair({
    store: { ...store, append: (name, item, bounds) => store.append(name, earlier(item, age), bounds) },
  });
  pair.sandbox.next(send, swallowed);
  pair.sandbox.next(list, page());
  await sendMessage(pair, { key: first });
  age = 0;
  pair.sandbox.next(send, swallowed);
  pair.sandbox.next(list, page(['1002', -1]));

  expect(await sendMessage(pair, { key: second })).toMatchObject(unknown);
});

test('after a day, when the store has forgotten what tells sends apart, nothing is taken', async () => {
  const store = createMemoryStore();
  const day = 25 * 60 * 60;
  await using pair = await startPair({
    store: {
      ...store,
      put: (name, entry, ttlMs) => store.put(name, earlier(entry, day), ttlMs),
      append: async () => {},
    },
  });
  pair.sandbox.next(send, swallowed);
  pair.sandbox.always(list, page(['1002', day - 60]));

  expect(await sendMessage(pair, { key: first })).toMatchObject({ ...unknown, candidates: [] });
  expect(await sendMessage(pair, { key: first })).toMatchObject({ ...unknown, candidates: [{ id: '1002' }] });
});

test('sends that did nothing or are long past leave no doubt', async () => {
  const store = createMemoryStore();
  let age = 1_200;
  await using pair = await startPair({
    store: { ...store, append: (name, item, bounds) => store.append(name, earlier(item, age), bounds) },
  });
  pair.sandbox.next(send, swallowed);
  pair.sandbox.next(list, page());
  pair.sandbox.next(send, { status: 429 });
  pair.sandbox.next(send, lost);

  expect(await sendMessage(pair, { key: 'key-00003' })).toMatchObject(unknown);
  age = 0;
  expect(await sendMessage(pair, { key: second })).toMatchObject({ code: 'RATE_LIMITED' });
  expect(await sendMessage(pair, { key: first })).toMatchObject({ resolvedByLooking: true });
});

test('a message of somebody else is neither taken nor a candidate', async () => {
  await using pair = await startPair();
  pair.sandbox.next(send, swallowed);
  pair.sandbox.next(list, page(['1002', -1, { isSender: false }], ['1001', -1, { isSender: undefined }]));

  expect(await sendMessage(pair, { key: first })).toMatchObject({ ...unknown, candidates: [] });
});

test('a message is sent also where the store can’t note that it was', async () => {
  const store = createMemoryStore();
  let notes = 0;
  await using pair = await startPair({
    store: {
      ...store,
      append: (...note) =>
        notes++ === 0 ? store.append(...note) : Promise.reject(new StoreError('TIMEOUT')),
    },
  });

  expect(await sendMessage(pair, { key: first })).toMatchObject({ resolvedByLooking: false });
  expect(notes).toBe(2);
});

test('a message dated long after the attempt is a candidate, and not taken', async () => {
  const store = createMemoryStore();
  await using pair = await startPair({
    store: { ...store, put: (name, entry, ttlMs) => store.put(name, earlier(entry, 900), ttlMs) },
  });
  pair.sandbox.next(send, swallowed);
  pair.sandbox.next(list, page());
  pair.sandbox.next(list, page(['1002', 60], ['1001', 1_200]));

  expect(await sendMessage(pair, { key: first })).toMatchObject(unknown);
  expect(await sendMessage(pair, { key: first })).toMatchObject({ ...unknown, candidates: [{ id: '1002' }] });
});

test('a message that another key has sent is known by whatever ID of the chat the server answered with', async () => {
  const store = createMemoryStore();
  let localID = '';
  await using pair = await startPair({
    sendAfterMs: 0,
    store: {
      ...store,
      append: (name, item, bounds) => store.append(name, item.replaceAll(chatID, localID), bounds),
    },
  });
  localID = localIDOf(pair, chatID);
  pair.sandbox.next(send, swallowed);
  pair.sandbox.next(list, page());

  await sendMessage(pair, { key: first });
  await sendMessage(pair, { key: second });

  expect(await sendMessage(pair, { key: first })).toMatchObject(unknown);
});

test('a file and a text that read the same leave no doubt about each other', async () => {
  await using pair = await startPair();
  pair.sandbox.next(send, swallowed);
  pair.sandbox.next(list, page());
  pair.sandbox.next(send, lost);
  const attachment = { uploadID: 'upload-photo', caption: 'ok' };

  expect(await sendMessage(pair, { key: first, content: { attachment } })).toMatchObject(unknown);
  expect(await sendMessage(pair, { key: second })).toMatchObject({ resolvedByLooking: true });
});

test('where one part of a merged chat has more messages than a page, nothing is taken', async () => {
  await using pair = await startPair();
  pair.sandbox.next(send, swallowed);
  pair.sandbox.next(list, page());
  pair.sandbox.next(list, { body: { ...page(['1003', -1, { text: 'other' }]).body, hasMore: true } });
  pair.sandbox.next(list, page(['1002', -1]));
  pair.sandbox.always(list, page());

  expect(await sendMessage(pair, { key: first, to: merged(pair).id })).toMatchObject(unknown);
});

test('a message of a network that dates in whole seconds is found in the second of the attempt', async () => {
  const store = createMemoryStore();
  let second = 0;
  await using pair = await startPair({
    store: {
      ...store,
      put(name, entry, ttlMs) {
        const at = Number(/"at":(\d+)/.exec(entry)?.[1]);
        second = at - (at % 1_000);
        return store.put(name, entry.replace(String(at), String(second + 500)), ttlMs);
      },
    },
  });
  pair.sandbox.next(send, swallowed);
  pair.sandbox.next(list, page());
  await sendMessage(pair, { key: first });
  pair.sandbox.next(list, page(['1002', 0, { timestamp: new Date(second).toISOString() }]));

  expect(await sendMessage(pair, { key: first })).toMatchObject({ pendingMessageID: '1002' });
});
