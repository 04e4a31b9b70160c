import { expect, test } from 'vitest';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { startPair } from '../support/pair.ts';

interface Answer {
  readonly data?: Record<string, Record<string, unknown> | null>;
  readonly errors?: { message: string; extensions: { code: string } }[];
}

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

/** Gives every message of a chat as much text as Matrix allows. */
async function startWithLongTexts() {
  const pair = await startPair();
  const chat = pair.sandbox.chats.get(seedChatIDs.longHistory);
  if (!chat) throw new Error('The sandbox has no such chat');
  for (const message of chat.messages) message.text = 'x'.repeat(60_000);
  return pair;
}

const messages = (aliases: number) =>
  `messages(first: 100) { nodes { ${times(aliases, (index) => `t${index}: text`)} } }`;

test('one text under 100 aliases is not sent 100 times: the answer has an upper bound', async () => {
  await using pair = await startWithLongTexts();
  const ask = async (aliases: number) =>
    (await (
      await pair.gateway.send(`{ chat(id: "${seedChatIDs.longHistory}") { ${messages(aliases)} } }`)
    ).json()) as Answer;

  expect(await ask(1)).toMatchObject({ data: { chat: {} } });
  expect((await ask(1)).errors).toBeUndefined();
  expect(await ask(100)).toEqual({
    errors: [
      {
        message: 'Answer limit of 8388608 characters exceeded.',
        extensions: expect.objectContaining({ code: 'QUERY_TOO_COMPLEX', retryable: false }),
      },
    ],
  });
});

test('a mutation whose payload is too large is answered without its chat, and without an error', async () => {
  await using pair = await startWithLongTexts();

  const answer = await pair.gateway.send(
    `mutation { setChatArchived(input: { chatID: "${seedChatIDs.longHistory}", isArchived: true }) {
      ... on SetChatArchivedPayload { chatID chat { ${messages(20)} } chatError { code } } } }`,
  );

  expect(await answer.json()).toEqual({
    data: { setChatArchived: { chatID: seedChatIDs.longHistory, chat: null, chatError: null } },
  });
  expect(pair.sandbox.chats.get(seedChatIDs.longHistory)?.isArchived).toBe(true);
  expect(pair.gateway.log).toContainEqual(
    expect.objectContaining({ level: 40, code: 'QUERY_TOO_COMPLEX', msg: 'Answer of a mutation shortened' }),
  );
});

test('a request makes at most 1,000 calls to Beeper, and the log tells once that it needs more', async () => {
  await using pair = await startPair({ timeoutMs: 40_000 });
  const { chats } = pair.sandbox;
  const { messages: many = [] } = chats.get(seedChatIDs.longHistory) ?? {};
  for (const chat of chats.values()) chat.messages = many;

  const answer = await pair.gateway.send(
    '{ chats(first: 200) { nodes { messages(first: 200) { pageInfo { hasNextPage } } } } }',
  );
  const { errors } = (await answer.json()) as Answer;

  expect(pair.sandbox.calls.length).toBe(1_000);
  expect(errors?.[0]).toMatchObject({
    message: 'This request needs more than 1000 calls to Beeper.',
    extensions: { code: 'UNSUPPORTED', retryable: false },
  });
  const told = pair.gateway.log.filter(({ msg }) => msg === 'Too many upstream calls');
  expect(told).toMatchObject([{ operation: 'messages', code: 'UNSUPPORTED' }]);
});
