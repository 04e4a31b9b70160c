import { BeeperDesktop } from '@beeper/desktop-api';
import { BeeperDesktop as BeeperDesktop4 } from 'beeper-desktop-api-4';
import { expect, test } from 'vitest';
import { type Pair, startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';

const { chatID } = kishan;
const text = 'Are you coming?';

/** Each send of this text is done, and its answer is lost. */
function loseAnswers({ sandbox }: Pair): void {
  for (let send = 0; send < 10; send += 1)
    sandbox.next('POST /v1/chats/{chatID}/messages', { reset: 'after', performs: true });
}

const inChat = ({ sandbox }: Pair) =>
  sandbox.chats.get(chatID)?.messages.filter((message) => message.text === text).length;

// docs/conversation.md tells this.
for (const [version, SDK] of [
  ['5.0.0', BeeperDesktop],
  ['4.2.3', BeeperDesktop4],
] as const) {
  test(`the official SDK ${version} sends a message three times whose answers are lost`, async () => {
    await using pair = await startPair();
    loseAnswers(pair);
    const beeper = new SDK({ baseURL: pair.sandbox.url, accessToken: pair.sandbox.token });

    await expect(beeper.messages.send(chatID, { text })).rejects.toThrow('Connection error');

    expect(pair.writes().map(({ route }) => route)).toEqual(
      Array(3).fill('POST /v1/chats/{chatID}/messages'),
    );
    expect(inChat(pair)).toBe(3);
  });
}

test('the gateway sends it once, and finds it in the chat', async () => {
  await using pair = await startPair();
  loseAnswers(pair);

  const response = await pair.gateway.send(
    `mutation ($input: SendMessageInput!) {
      sendMessage(input: $input, idempotencyKey: "the-key-of-this-message") {
        ... on SendMessagePayload { replayed resolvedByLooking sent: message { text } }
      }
    }`,
    { input: { chatID, content: { text } } },
  );

  expect(await response.json()).toEqual({
    data: { sendMessage: { replayed: false, resolvedByLooking: true, sent: { text } } },
  });
  expect(pair.writes().length).toBe(1);
  expect(inChat(pair)).toBe(1);
});
