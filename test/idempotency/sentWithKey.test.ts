import { expect, test } from 'vitest';
import { createMemoryStore } from '../../src/writes/store/memory.ts';
import { StoreError } from '../../src/writes/store/store.ts';
import { newGatewayKey } from '../security/gatewayKey.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';

const { chatID } = kishan;

interface Message {
  readonly id: string;
  readonly sentWithKey: string | null;
}

async function send(
  { gateway }: Pair,
  text: string,
  key: string,
  to = chatID,
  headers = {},
): Promise<Message | null> {
  const response = await gateway.send(
    'mutation ($input: SendMessageInput!, $key: String) { sendMessage(input: $input, idempotencyKey: $key) { ... on SendMessagePayload { message { id sentWithKey } } } }',
    { input: { chatID: to, content: { text } }, key },
    { headers },
  );
  const { data } = (await response.json()) as { data: { sendMessage: { message?: Message | null } } };
  return data.sendMessage.message ?? null;
}

async function newest({ gateway }: Pair, headers = {}, id = chatID): Promise<readonly Message[]> {
  const response = await gateway.send(
    'query ($id: ID!) { chat(id: $id) { messages(first: 5) { nodes { id sentWithKey } } } }',
    { id },
    { headers },
  );
  const { data } = (await response.json()) as { data: { chat: { messages: { nodes: Message[] } } } };
  return data.chat.messages.nodes;
}

test('a message has the key that it was sent with, pending and final, and no other message has one', async () => {
  await using pair = await startPair({ sendAfterMs: 'never' });

  const sent = await send(pair, 'One **bold** word', 'key-00001');
  const [pending] = await newest(pair);
  pair.sandbox.settle();
  pair.sandbox.calls.length = 0;
  const [final, older] = await newest(pair);

  expect(sent).toMatchObject({ sentWithKey: 'key-00001' });
  expect(pending).toEqual(sent);
  expect(final).toMatchObject({ sentWithKey: 'key-00001' });
  expect(final?.id).not.toBe(sent?.id);
  expect(older?.sentWithKey).toBeNull();
  expect(pair.sandbox.calls.map(({ method }) => method)).toEqual(['GET', 'GET']);
});

test('the ID of the payload’s message is the final one where it has one', async () => {
  await using pair = await startPair({ sendAfterMs: 0 });

  const sent = await send(pair, 'ok', 'key-00001');
  const [final] = await newest(pair);

  expect(final).toEqual(sent);
});

test('two messages with the same text are told apart by their IDs, and else have no key', async () => {
  await using pair = await startPair({ sendAfterMs: 'never' });

  const first = await send(pair, 'ok', 'key-00001');
  const second = await send(pair, 'ok', 'key-00002');
  const pending = await newest(pair);
  pair.sandbox.settle();
  const final = await newest(pair);

  expect(pending.slice(0, 2)).toEqual([second, first]);
  expect(final.slice(0, 2).map(({ sentWithKey }) => sentWithKey)).toEqual([null, null]);
});

test('a message that looks like a sent one and was read with it makes both uncertain', async () => {
  await using pair = await startPair({ sendAfterMs: 'never' });

  await send(pair, 'ok', 'key-00001');
  const response = await pair.gateway.send(
    'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }',
    { input: { chatID, content: { text: 'ok' } } },
  );
  await response.json();
  pair.sandbox.settle();

  expect((await newest(pair)).slice(0, 2).map(({ sentWithKey }) => sentWithKey)).toEqual([null, null]);
});

test('a message that was sent to a merged chat has its key in the chat that it went to', async () => {
  await using pair = await startPair({ sendAfterMs: 0 });
  const merged = [...pair.sandbox.chats.values()].find(({ merge }) => merge);

  await send(pair, 'ok', 'key-00001', merged?.id ?? '');
  const [found] = await newest(pair, {}, merged?.merge?.defaultChatID ?? '');

  expect(found).toMatchObject({ sentWithKey: 'key-00001' });
});

test('no key is certain while the outcome of another send of the same text is unknown', async () => {
  await using pair = await startPair({ sendAfterMs: 'never' });
  pair.sandbox.next('POST /v1/chats/{chatID}/messages', { reset: 'after' });

  await send(pair, 'ok', 'key-00001');
  await send(pair, 'ok', 'key-00002');
  const [pending] = await newest(pair);
  pair.sandbox.settle();
  const [final] = await newest(pair);

  expect(pending).toMatchObject({ sentWithKey: 'key-00002' });
  expect(final).toMatchObject({ sentWithKey: null });
});

test('a message that another caller has sent has no key, and makes equal ones uncertain', async () => {
  const [web, app] = [newGatewayKey('web'), newGatewayKey('app')];
  await using pair = await startPair({ keys: [web.stored, app.stored], sendAfterMs: 'never' });
  const ofWeb = { 'x-gateway-key': web.key };
  const ofApp = { 'x-gateway-key': app.key };

  await send(pair, 'ok', 'key-00001', chatID, ofWeb);
  const [own] = await newest(pair, ofWeb);
  const [foreign] = await newest(pair, ofApp);
  await send(pair, 'ok', 'key-00002', chatID, ofApp);
  pair.sandbox.settle();
  pair.sandbox.chats.get(chatID)?.messages.pop();
  const [final] = await newest(pair, ofWeb);

  expect(own).toMatchObject({ sentWithKey: 'key-00001' });
  expect(foreign).toMatchObject({ sentWithKey: null });
  expect(final).toMatchObject({ sentWithKey: null });
});

test('a message whose answer was lost has the key that it was found with', async () => {
  await using pair = await startPair({ sendAfterMs: 0 });
  pair.sandbox.next('POST /v1/chats/{chatID}/messages', { reset: 'after', performs: true });

  const sent = await send(pair, 'ok', 'key-00001');
  const [found] = await newest(pair);

  expect(found).toEqual({ id: sent?.id, sentWithKey: 'key-00001' });
});

test('the message of the payload has its key also while the store can’t be read', async () => {
  const store = createMemoryStore();
  await using pair = await startPair({
    store: { ...store, lists: () => Promise.reject(new StoreError('TIMEOUT')) },
  });

  expect(await send(pair, 'ok', 'key-00001')).toMatchObject({ sentWithKey: 'key-00001' });
  expect((await newest(pair))[0]).toMatchObject({ sentWithKey: null });
});

test('a message of somebody else has no key, though it reads the same', async () => {
  await using pair = await startPair({ sendAfterMs: 0 });
  await send(pair, 'ok', 'key-00001');
  const messages = pair.sandbox.chats.get(chatID)?.messages ?? [];
  const own = messages.pop();
  if (own) messages.push({ ...own, isSender: false });

  expect((await newest(pair))[0]).toEqual({ id: own?.id, sentWithKey: null });
});

test('of two messages with the same text, the one that is asked for by its pending ID has its key', async () => {
  await using pair = await startPair({ sendAfterMs: 'never' });
  const sent = await send(pair, 'ok', 'key-00001');
  await send(pair, 'ok', 'key-00002');
  pair.sandbox.settle();

  const response = await pair.gateway.send(
    'query ($chatID: ID!, $id: ID!) { message(chatID: $chatID, id: $id) { sentWithKey } }',
    { chatID, id: sent?.id },
  );

  expect(await response.json()).toMatchObject({ data: { message: { sentWithKey: 'key-00001' } } });
  // From now on it has its key in lists, too, and so the other one can only be the other.
  expect((await newest(pair)).slice(0, 2).map(({ sentWithKey }) => sentWithKey)).toEqual([
    'key-00002',
    'key-00001',
  ]);
});
