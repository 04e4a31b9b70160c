import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { CreateChat, ReadChat, StartChat } from '../support/documents.ts';
import { startGateway } from '../support/gateway.ts';
import { startPair } from '../support/pair.ts';
import { ada, kishan, whatsapp } from '../support/people.ts';

const start = { input: { accountID: whatsapp, user: { id: ada.id } } };

test('consecutive calls share one connection', async () => {
  await using pair = await startPair();

  for (let turn = 0; turn < 5; turn++) await pair.gateway.query(ReadChat, { id: kishan.chatID });

  expect(pair.sandbox.connections).toBe(1);
});

test('an idle connection is closed before Beeper closes it, so that no write meets a closing connection', async () => {
  await using sandbox = await startSandbox({ keepAliveTimeoutMs: 3_000 });
  await using gateway = await startGateway({ beeper: sandbox.url, api: 'split' });
  await gateway.query(StartChat, start);
  expect(sandbox.openSockets).toBe(1);

  const idleSince = performance.now();
  await expect.poll(() => sandbox.openSockets).toBe(0);
  const idleMs = performance.now() - idleSince;
  const { data } = await gateway.query(StartChat, start);

  // Beeper itself closes it after 3 s.
  expect(idleMs).toBeLessThan(2_900);
  expect(data?.startChat).toMatchObject({ __typename: 'StartChatPayload' });
  expect(sandbox.connections).toBe(2);
});

test('an endless answer ends at the size limit or the deadline, and its connection is closed', async () => {
  await using pair = await startPair({ api: 'split', timeoutMs: 3_000 });
  pair.sandbox.next('POST /v1/chats', { endless: true, performs: true });

  const { data } = await pair.gateway.query(CreateChat, {
    input: { single: { accountID: whatsapp, participantID: ada.id } },
  });

  expect(data?.createChat).toMatchObject({ __typename: 'BeeperOutcomeUnknownError' });
  await expect.poll(() => pair.sandbox.openSockets).toBe(0);
});

test('a connection that is never established fails at the deadline: nothing was sent, so it can be retried', async () => {
  const silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  await using gateway = await startGateway({
    beeper: `https://127.0.0.1:${port}`,
    api: 'split',
    timeoutMs: 1_000,
  });

  const { data } = await gateway.query(StartChat, start);
  silent.close();

  expect(data?.startChat).toMatchObject({ __typename: 'BeeperUnavailableError', retryable: true });
  expect(gateway.log).toMatchObject([{ network: 'deadline', sent: false }]);
});
