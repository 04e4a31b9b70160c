import { expect, test } from 'vitest';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { startPair } from '../support/pair.ts';
import { ChatAndLast, Messages } from '../support/queryDocuments.ts';

test('2,000 messages, read 200 at a time, come newest first, and each once', async () => {
  await using pair = await startPair();
  const ask = (after: string | null) =>
    pair.gateway.query(Messages, { chatID: seedChatIDs.longHistory, first: 200, after });
  const keys: (string | null)[] = [];
  for (let after: string | null | undefined = null, turn = 0; after !== undefined && turn < 12; turn++) {
    const answer: Awaited<ReturnType<typeof ask>> = await ask(after);
    expect(answer.errors).toBeUndefined();
    const { edges, pageInfo } = answer.data?.chat?.messages ?? {};
    keys.push(...(edges ?? []).map(({ node }) => node.sortKey));
    after = pageInfo?.hasNextPage ? pageInfo.endCursor : undefined;
  }

  expect(keys).toHaveLength(2_000);
  const numbers = keys.map(Number);
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  expect(new Set(keys).size).toBe(2_000);
});

const message = (sortKey: string, timestamp: string) => ({
  id: `id-${sortKey}`,
  chatID: seedChatIDs.kishan,
  accountID: 'matrix',
  senderID: '@kishan:beeper.com',
  timestamp,
  sortKey,
});

test.each([
  ['numbers of any length', ['123456789012345678902', '123456789012345678901', '1000', '100', '99']],
  ['negative numbers, as of history that was fetched later', ['3', '2', '1', '-2', '-3', '-21', '-22']],
  ['no numbers', ['b', 'a', 'c']],
  ['out of order', ['1', '3', '2']],
])('messages keep the order of Beeper if their sort keys are %s', async (_what, keys) => {
  await using pair = await startPair();
  pair.sandbox.next('GET /v1/chats/{chatID}/messages', {
    body: { items: keys.map((key) => message(key, '2026-08-14T09:00:00Z')), hasMore: false },
  });

  const { data } = await pair.gateway.query(Messages, { chatID: seedChatIDs.kishan });

  expect(data?.chat?.messages?.edges.map(({ node }) => node.sortKey)).toEqual(keys);
});

test('a message that was imported later is sorted by its sort key, and not by its time', async () => {
  await using pair = await startPair();

  const { data } = await pair.gateway.query(Messages, { chatID: seedChatIDs.everyKind, first: 1 });

  const [first] = data?.chat?.messages?.edges ?? [];
  const found = pair.sandbox.chats.get(seedChatIDs.everyKind)?.messages ?? [];
  expect(first?.node.id).toBe(found.find(({ text }) => text === 'Brought over from another app')?.id);
});

test('for a chat without messages, messages is empty and lastMessage is null', async () => {
  await using pair = await startPair();
  pair.sandbox.chats.get(seedChatIDs.kishan)?.messages.splice(0);

  const { data, errors } = await pair.gateway.query(ChatAndLast, { id: seedChatIDs.kishan });

  expect(errors).toBeUndefined();
  expect(data?.chat).toMatchObject({ lastMessage: null, messages: { nodes: [] } });
});

test('lastMessage is the same in chat and chats, and is not a hidden message', async () => {
  await using pair = await startPair();
  const found = pair.sandbox.chats.get(seedChatIDs.kishan)?.messages ?? [];
  const last = found.at(-1);
  if (last) found.push({ ...last, id: 'hidden', sortKey: '999999999', isHidden: true });

  const answer = await pair.gateway.send(`{
    chat(id: "${seedChatIDs.kishan}") { lastMessage { id } }
    chats(accountIDs: ["matrix"], first: 11) { nodes { id lastMessage { id } } }
  }`);

  const { data } = (await answer.json()) as {
    data: { chat: { lastMessage: object }; chats: { nodes: { id: string; lastMessage: object }[] } };
  };
  expect(data.chats.nodes.find(({ id }) => id === seedChatIDs.kishan)?.lastMessage).toEqual({
    id: last?.id,
  });
  expect(data.chat.lastMessage).toEqual({ id: last?.id });
});
