import { print } from 'graphql';
import { expect, test } from 'vitest';
import { createMemoryStore } from '../../src/writes/store/memory.ts';
import { StartChatOnce } from '../support/documents.ts';
import { type MutationRow, mutations } from '../support/mutations.ts';
import { startPair } from '../support/pair.ts';
import { grace, whatsapp } from '../support/people.ts';

const input = { accountID: whatsapp, user: { id: grace.id } };

test('a write beyond the budget of the caller is rate limited with the time to wait, and not sent', async () => {
  await using pair = await startPair({ writesPerMinute: 3 });

  for (let turn = 0; turn < 3; turn++) await pair.gateway.query(StartChatOnce, { input });
  const { data } = await pair.gateway.query(StartChatOnce, { input });

  expect(data?.startChat).toMatchObject({ __typename: 'BeeperRateLimitedError', retryable: true });
  const retryAfterSeconds =
    data?.startChat && 'retryAfterSeconds' in data.startChat && data.startChat.retryAfterSeconds;
  expect(retryAfterSeconds).toBeGreaterThan(0);
  expect(retryAfterSeconds).toBeLessThanOrEqual(60);
  expect(pair.writes()).toHaveLength(3);
});

test('what only sets a state uses no budget and needs none', async () => {
  await using pair = await startPair({ writesPerMinute: 1 });
  const setStates = async () => {
    for (const { effect, document, input } of Object.values<MutationRow>(mutations)) {
      if (effect !== 'idempotent') continue;
      const response = await pair.gateway.send(print(document), { input });
      expect(await response.text()).not.toContain('RATE_LIMITED');
    }
  };

  await setStates();
  const first = await pair.gateway.query(StartChatOnce, { input });
  const second = await pair.gateway.query(StartChatOnce, { input });
  await setStates();

  expect(first.data?.startChat).toMatchObject({ __typename: 'StartChatPayload' });
  expect(second.data?.startChat).toMatchObject({ __typename: 'BeeperRateLimitedError' });
  expect(pair.writes().length).toBeGreaterThan(20);
});

test('each caller has a separate budget', async () => {
  await using pair = await startPair({ writesPerMinute: 1 });
  await pair.gateway.query(StartChatOnce, { input });

  const { data } = await pair.gateway.query(
    StartChatOnce,
    { input },
    { headers: { authorization: 'Bearer other' } },
  );

  expect(data?.startChat).toMatchObject({ __typename: 'BeeperUnauthenticatedError' });
  expect(pair.writes()).toHaveLength(2);
});

test('a replay costs no budget, and a write beyond the budget frees its key', async () => {
  await using pair = await startPair({ writesPerMinute: 1 });

  await pair.gateway.query(StartChatOnce, { input, key: 'first-key-1' });
  const replayed = await pair.gateway.query(StartChatOnce, { input, key: 'first-key-1' });
  const stopped = await pair.gateway.query(StartChatOnce, { input, key: 'second-key-2' });
  const again = await pair.gateway.query(StartChatOnce, { input, key: 'second-key-2' });

  expect(replayed.data?.startChat).toMatchObject({ replayed: true });
  expect(stopped.data?.startChat).toMatchObject({ __typename: 'BeeperRateLimitedError' });
  expect(again.data?.startChat).toMatchObject({ __typename: 'BeeperRateLimitedError' });
});

test('while the shared store is down, the budget still holds', async () => {
  const down = () => Promise.reject(new Error('The store is down'));
  await using pair = await startPair({ writesPerMinute: 2, store: { ...createMemoryStore(), count: down } });

  for (let turn = 0; turn < 2; turn++) await pair.gateway.query(StartChatOnce, { input });
  const { data } = await pair.gateway.query(StartChatOnce, { input });

  expect(data?.startChat).toMatchObject({ __typename: 'BeeperRateLimitedError' });
  expect(pair.writes()).toHaveLength(2);
});
