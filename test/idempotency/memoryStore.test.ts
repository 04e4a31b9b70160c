import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createMemoryStore } from '../../src/writes/store/memory.ts';
import { CreateChatOnce } from '../support/documents.ts';
import { startPair } from '../support/pair.ts';
import { ada, whatsapp } from '../support/people.ts';

const input = { group: { accountID: whatsapp, participantIDs: [ada.id], title: 'Engines' } };

test('a full store in memory rejects further keys before anything is sent, and forgets none', async () => {
  await using pair = await startPair({ store: createMemoryStore({ max: 2 }) });
  const create = async (key?: string) =>
    (await pair.gateway.query(CreateChatOnce, { input, key })).data?.createChat;
  await create('first-key');
  await create('second-key');

  const rejected = await create('third-key');
  const replayed = await create('first-key');
  const keyless = await create();

  expect(rejected).toMatchObject({
    __typename: 'BeeperUnavailableError',
    message: 'The store of idempotency keys is full, so nothing was sent.',
  });
  expect(replayed).toMatchObject({ replayed: true });
  expect(keyless).toMatchObject({ __typename: 'CreateChatPayload' });
  expect(pair.writes()).toHaveLength(3);
  expect(pair.gateway.log).toContainEqual(
    expect.objectContaining({ msg: 'Write rejected', code: 'UNAVAILABLE', store: 'FULL' }),
  );
});

test('an entry that expired makes room for another', async () => {
  const store = createMemoryStore({ max: 1 });
  await store.claim('first', 'x', { ttlMs: 20, leaseMs: 20 });
  await sleep(30);

  expect(await store.claim('second', 'x', { ttlMs: 1_000, leaseMs: 1_000 })).toBeNull();
});
