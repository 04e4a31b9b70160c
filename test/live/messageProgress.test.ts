import { expect, test } from 'vitest';
import { UnavailableFailure } from '../../src/failures.ts';
import { type Subscription, subscribe } from '../support/eventStream.ts';
import { sendMessage } from '../support/lostSends.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';

const { chatID } = kishan;
const minute = 60_000;

/** Times in which nothing is looked for while a test runs. */
const onlyEvents = { first: minute, longest: minute };
const fast = { first: 20, longest: 40, missing: 150 };
const live = { times: { linger: 20 } };

const query = `subscription ($chatID: ID!, $id: ID!) {
  messageProgress(chatID: $chatID, pendingMessageID: $id) {
    __typename
    ... on BeeperMessage { id chatID plainText sentWithKey sendStatus { status } }
    ... on BeeperError { code message remedy retryable }
    ... on BeeperInvalidInputError { issues { path code } }
  }
}`;

const watch = ({ gateway }: Pair, id = '', chat = chatID) =>
  subscribe(gateway, query, { variables: { chatID: chat, id } });

const next = async (watching: Subscription) => (await watching.next())?.data?.messageProgress ?? null;

const looks = ({ sandbox }: Pair) =>
  sandbox.calls.filter(({ route }) => route === 'GET /v1/chats/{chatID}/messages/{messageID}');

const without = ({ sandbox }: Pair, ...routes: string[]) =>
  sandbox.calls.filter(({ route }) => !routes.includes(route ?? ''));

const status = (state: string) => ({ __typename: 'BeeperMessage', sendStatus: { status: state } });

test('a message is told while it is sent and once it is sent, for one call each', async () => {
  await using pair = await startPair({ sendAfterMs: 'never', progressTimes: onlyEvents, live });
  const { pendingMessageID = '' } = await sendMessage(pair, { key: 'key-00001' });
  pair.sandbox.calls.length = 0;
  await using watching = await watch(pair, pendingMessageID);

  expect(await next(watching)).toMatchObject({
    ...status('PENDING'),
    id: pendingMessageID,
    sentWithKey: 'key-00001',
  });
  await expect.poll(() => pair.sandbox.live.sockets[0]?.chatIDs).toEqual([chatID]);
  pair.sandbox.people.write(chatID, 'Of somebody else');
  pair.sandbox.settle();
  const sent = await next(watching);
  expect(sent).toMatchObject({ ...status('SUCCESS'), chatID, plainText: 'ok', sentWithKey: 'key-00001' });
  expect(sent?.id).not.toBe(pendingMessageID);
  expect(await next(watching)).toBeNull();
  expect(looks(pair)).toHaveLength(2);
  await expect.poll(() => pair.sandbox.live.sockets).toEqual([]);
});

test('a message that is sent is told once, for one call', async () => {
  await using pair = await startPair({ sendAfterMs: 0, progressTimes: onlyEvents });
  const { pendingMessageID } = await sendMessage(pair);
  pair.sandbox.calls.length = 0;
  await using watching = await watch(pair, pendingMessageID);

  expect(await next(watching)).toMatchObject(status('SUCCESS'));
  expect(await next(watching)).toBeNull();
  expect(without(pair, 'GET /v1/info')).toHaveLength(1);
});

test('a failure to send is the last state', async () => {
  await using pair = await startPair({ sendAfterMs: 'never', progressTimes: onlyEvents });
  const to = '!playground_send-fails-permanently:playground';
  const { pendingMessageID } = await sendMessage(pair, { to });
  await using watching = await watch(pair, pendingMessageID, to);

  expect(await next(watching)).toMatchObject(status('PENDING'));
  await expect.poll(() => pair.sandbox.live.sockets[0]?.chatIDs).toEqual([to]);
  pair.sandbox.settle();
  expect(await next(watching)).toMatchObject(status('FAIL_PERMANENT'));
  expect(await next(watching)).toBeNull();
});

test('where no event comes, the message is looked for', async () => {
  await using pair = await startPair({ sendAfterMs: 'never', progressTimes: fast });
  const { pendingMessageID } = await sendMessage(pair);
  await using watching = await watch(pair, pendingMessageID);

  expect(await next(watching)).toMatchObject(status('PENDING'));
  await expect.poll(() => pair.sandbox.live.sockets[0]?.chatIDs).toEqual([chatID]);
  pair.sandbox.live.drop(100);
  pair.sandbox.settle();
  expect(await next(watching)).toMatchObject(status('SUCCESS'));
});

test('a Beeper that can’t be asked for a while is asked again', async () => {
  await using pair = await startPair({ sendAfterMs: 'never', progressTimes: fast });
  const route = 'GET /v1/chats/{chatID}/messages/{messageID}';
  const { pendingMessageID } = await sendMessage(pair);
  await using watching = await watch(pair, pendingMessageID);

  expect(await next(watching)).toMatchObject(status('PENDING'));
  pair.sandbox.always(route, { status: 503 });
  const before = looks(pair).length;
  await expect.poll(() => looks(pair).length).toBeGreaterThan(before);
  pair.sandbox.settle();
  pair.sandbox.always(route, null);
  expect(await next(watching)).toMatchObject(status('SUCCESS'));
});

test('it ends when the time is up, and can be continued', async () => {
  await using pair = await startPair({ sendAfterMs: 'never', progressTimes: { ...fast, end: 60 } });
  const { pendingMessageID } = await sendMessage(pair);
  await using watching = await watch(pair, pendingMessageID);

  expect(await next(watching)).toMatchObject(status('PENDING'));
  expect(await next(watching)).toMatchObject({ code: 'OUTCOME_UNKNOWN', retryable: true });
  expect(await next(watching)).toBeNull();
});

test('a caller who has left costs no call any more', async () => {
  await using pair = await startPair({ sendAfterMs: 'never', progressTimes: fast, live });
  const { pendingMessageID } = await sendMessage(pair);
  const watching = await watch(pair, pendingMessageID);
  expect(await next(watching)).toMatchObject(status('PENDING'));
  await expect.poll(() => pair.sandbox.live.sockets).toHaveLength(1);

  await watching[Symbol.asyncDispose]();
  await expect.poll(() => pair.gateway.live.state().streams).toBe(0);
  await expect.poll(() => pair.sandbox.live.sockets).toEqual([]);
  const calls = pair.sandbox.calls.length;
  await sendMessage(pair, { text: 'another' });
  expect(pair.sandbox.calls.length).toBe(calls + 1);
});

test('it ends with the gateway', async () => {
  await using pair = await startPair({ sendAfterMs: 'never', progressTimes: onlyEvents });
  const { pendingMessageID } = await sendMessage(pair);
  await using watching = await watch(pair, pendingMessageID);
  expect(await next(watching)).toMatchObject(status('PENDING'));

  pair.gateway.live.close(new UnavailableFailure('Closing.'));
  expect(await next(watching)).toMatchObject({ code: 'UNAVAILABLE', message: 'Closing.', retryable: true });
  expect(await next(watching)).toBeNull();
});

test('a chat or message that Beeper does not know is NOT_FOUND', async () => {
  await using pair = await startPair({ progressTimes: fast });
  await using noChat = await watch(pair, 'm17', '!nobody:beeper.com');
  expect(await next(noChat)).toMatchObject({ code: 'NOT_FOUND', message: 'Beeper does not know the chat.' });
  expect(await next(noChat)).toBeNull();

  await using noMessage = await watch(pair, 'm17');
  expect(await next(noMessage)).toMatchObject({ __typename: 'BeeperNotFoundError', code: 'NOT_FOUND' });
  expect(await next(noMessage)).toBeNull();
});

test('invalid IDs are the only event, an error with its issues, and cost no call', async () => {
  await using pair = await startPair();
  await using watching = await watch(pair, '..', '');

  expect(await next(watching)).toMatchObject({
    code: 'INVALID_INPUT',
    issues: [
      { path: ['chatID'], code: 'empty' },
      { path: ['pendingMessageID'], code: 'not_an_id' },
    ],
  });
  expect(await next(watching)).toBeNull();
  expect(pair.sandbox.calls).toEqual([]);
});

/** An app that forgets a pending ID, and sends no events and no `sendStatus`. */
const older = { dialect: 'create-only', sendAfterMs: 'never', progressTimes: fast } as const;

test('on an older app, the message is found by its key', async () => {
  await using pair = await startPair(older);
  const { pendingMessageID } = await sendMessage(pair, { key: 'key-00001' });
  await sendMessage(pair, { key: 'key-00002', text: 'another' });
  await using watching = await watch(pair, pendingMessageID);

  expect(await next(watching)).toMatchObject({ id: pendingMessageID, sendStatus: null });
  pair.sandbox.settle();
  expect(await next(watching)).toMatchObject({
    id: expect.stringMatching(/^\d+$/),
    plainText: 'ok',
    sentWithKey: 'key-00001',
  });
  expect(await next(watching)).toBeNull();
});

test('on an older app, no message is taken for another one that looks like it', async () => {
  await using pair = await startPair(older);
  const { pendingMessageID } = await sendMessage(pair, { key: 'key-00001' });
  await sendMessage(pair, { key: 'key-00002' });
  pair.sandbox.settle();
  await using watching = await watch(pair, pendingMessageID);

  expect(await next(watching)).toMatchObject({
    code: 'OUTCOME_UNKNOWN',
    retryable: false,
    remedy: expect.stringContaining('Look into the chat'),
  });
  expect(await next(watching)).toBeNull();
});

test('on an older app, a message without a key is not guessed', async () => {
  await using pair = await startPair(older);
  const { pendingMessageID } = await sendMessage(pair);
  pair.sandbox.settle();
  await using watching = await watch(pair, pendingMessageID);

  expect(await next(watching)).toMatchObject({
    code: 'NOT_FOUND',
    remedy: expect.stringContaining('idempotencyKey'),
  });
  expect(await next(watching)).toBeNull();
});
