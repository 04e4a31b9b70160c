import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { CreateChat, ReadChat } from '../support/documents.ts';
import { startGateway } from '../support/gateway.ts';
import { startPair } from '../support/pair.ts';
import { ada, kishan, whatsapp } from '../support/people.ts';

const write = { input: { single: { accountID: whatsapp, participantID: ada.id } } };

test('while Beeper is gone calls fail at once, and once /v1/info answers again they go through', async () => {
  const sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, api: 'split' });
  await sandbox.close();
  for (let turn = 0; turn < 3; turn++) await gateway.query(ReadChat, { id: kishan.chatID });

  const { data } = await gateway.query(CreateChat, write);
  await using restarted = await startSandbox({ port: Number(new URL(sandbox.url).port) });
  await wait(1_100);
  const after = await gateway.query(CreateChat, write);

  expect(data?.createChat).toMatchObject({ __typename: 'BeeperUnavailableError', retryable: true });
  expect(gateway.log.at(3)).toMatchObject({ operation: 'createChat', network: 'circuit-open', sent: false });
  expect(after.data?.createChat).toMatchObject({ __typename: 'CreateChatPayload' });
  expect(restarted.calls.map(({ path }) => path)).toEqual(['/v1/info', '/v1/chats']);
});

test('statuses never open the circuit', async () => {
  await using pair = await startPair({ api: 'split' });
  pair.sandbox.always('GET /v1/chats/{chatID}', { status: 500, body: { message: 'Broken', code: 'x' } });
  for (let turn = 0; turn < 20; turn++) await pair.gateway.query(ReadChat, { id: kishan.chatID });

  const { data } = await pair.gateway.query(CreateChat, write);

  expect(data?.createChat).toMatchObject({ __typename: 'CreateChatPayload' });
});

test('no more calls run at a time than may, a bounded number waits, and the rest is unavailable at once', async () => {
  await using pair = await startPair({ api: 'split', maxConcurrency: 2 });
  pair.sandbox.always('POST /v1/chats', { delayMs: 300 });

  const answers = await Promise.all(Array.from({ length: 20 }, () => pair.gateway.query(CreateChat, write)));

  const names = answers.map(({ data }) => data?.createChat?.__typename);
  expect(names.filter((name) => name === 'CreateChatPayload')).toHaveLength(10);
  expect(names.filter((name) => name === 'BeeperUnavailableError')).toHaveLength(10);
  expect(pair.writes()).toHaveLength(10);
  expect(pair.sandbox.connections).toBeLessThanOrEqual(2);
});

test('a write whose deadline passes while it waits for its turn was not sent, and may be sent again', async () => {
  await using pair = await startPair({ api: 'split', maxConcurrency: 1, timeoutMs: 1_000 });
  pair.sandbox.always('POST /v1/chats', { delayMs: 800 });

  const answers = await Promise.all(Array.from({ length: 4 }, () => pair.gateway.query(CreateChat, write)));

  const names = answers.map(({ data }) => data?.createChat?.__typename);
  expect(names.filter((name) => name === 'CreateChatPayload')).toHaveLength(1);
  expect(names.filter((name) => name === 'BeeperUnavailableError').length).toBeGreaterThanOrEqual(2);
  expect(pair.writes().length).toBeLessThanOrEqual(2);
});
