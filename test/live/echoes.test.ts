import { expect, test } from 'vitest';
import { type Subscription, subscribe } from '../support/eventStream.ts';
import { send, sendMessage } from '../support/lostSends.ts';
import { type Pair, type PairOptions, startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';

const { chatID } = kishan;

const query = `subscription { chatEvents {
  __typename
  ... on BeeperLiveGap { reason needsReload }
  ... on BeeperMessageUpserted { messageID message { plainText sentWithKey } }
  ... on BeeperMessageDeleted { messageID }
} }`;

/** @returns the next event about a message, a gap, or the beginning. */
async function next(watching: Subscription) {
  for (;;) {
    const event = (await watching.next())?.data?.chatEvents;
    if (!event) throw new Error('The subscription has ended');
    if (event.__typename !== 'BeeperChatUpserted') return event;
  }
}

async function watch(options: PairOptions) {
  const pair = await startPair(options);
  const watching = await subscribe(pair.gateway, query);
  await next(watching);
  return { pair, watching };
}

test('the event of an own message follows the answer to its send, with its key', async () => {
  const { pair, watching } = await watch({ sendAfterMs: 0 });
  await using _pair = pair;
  await using _watching = watching;
  pair.sandbox.next(send, { delayMs: 150 });
  const order: string[] = [];
  const event = next(watching).then((told) => {
    order.push('event');
    return told;
  });

  const sent = await sendMessage(pair, { text: 'Mine', key: 'key-00001' }).finally(() =>
    order.push('answer'),
  );
  expect(sent.__typename).toBe('SendMessagePayload');
  expect(await event).toMatchObject({ message: { plainText: 'Mine', sentWithKey: 'key-00001' } });
  expect(order).toEqual(['answer', 'event']);
});

test('what others write does not wait for a send, and a send that fails holds nothing back', async () => {
  const { pair, watching } = await watch({});
  await using _pair = pair;
  await using _watching = watching;
  pair.sandbox.next(send, { delayMs: 400, status: 422 });

  const sent = sendMessage(pair, { text: 'Mine', key: 'key-00001' });
  await expect.poll(() => pair.writes()).toHaveLength(1);
  const messageID = pair.sandbox.people.write(chatID, 'Theirs');
  expect(await next(watching)).toMatchObject({ messageID, message: { plainText: 'Theirs' } });
  expect((await sent).code).toBe('INVALID_INPUT');
  // An own message, written in the app.
  pair.sandbox.change(chatID, ({ messages }) => {
    const own = messages.findLast(({ isSender }) => isSender);
    if (own) own.text = 'Edited';
  });
  expect(await next(watching)).toMatchObject({ message: { plainText: 'Edited' } });
});

type Read = (pair: Pair, messageID: string) => [query: string, variables: object];

const reads: Record<string, Read> = {
  messages: () => [
    'query ($id: ID!) { chat(id: $id) { messages(first: 5) { nodes { id } } } }',
    { id: chatID },
  ],
  message: (_, id) => [
    'query ($chatID: ID!, $id: ID!) { message(chatID: $chatID, id: $id) { plainText } }',
    { chatID, id },
  ],
  searchMessages: () => ['{ searchMessages(filter: { query: "platypus" }) { nodes { id } } }', {}],
  search: () => ['{ search(query: "platypus") { messages { nodes { id } } } }', {}],
};

test.each(Object.entries(reads))(
  'what %s has returned and an event was lost about is told after the gap',
  async (_, read) => {
    const pair = await startPair({ live: { times: { reconnect: 20, heal: 5 } } });
    await using _pair = pair;
    const messageID = pair.sandbox.people.write(chatID, 'A platypus');
    for (let index = 0; index < 3; index++) pair.sandbox.people.write(chatID, 'Later');
    await using watching = await subscribe(pair.gateway, query);
    await next(watching);
    await (await pair.gateway.send(...read(pair, messageID))).text();

    pair.sandbox.live.drop(1);
    pair.sandbox.people.edit(chatID, messageID, 'A dodo');
    pair.sandbox.live.kill();
    expect(await next(watching)).toMatchObject({ reason: 'RECONNECTED', needsReload: false });
    // The healing may tell of messages that nobody has read, too.
    let told = await next(watching);
    while (told.messageID !== messageID) told = await next(watching);
    expect(told).toMatchObject({ message: { plainText: 'A dodo' } });
  },
);
