import { lookup } from 'node:dns/promises';
import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { startGateway } from '../support/gateway.ts';
import { allAs, answered, deadlineMs, notSent, runAll } from './support/operations.ts';
import { answer, startRawServer } from './support/rawServer.ts';

const timeoutMs = deadlineMs(false);
const none = { writes: () => 0, calls: () => 0 };

const regularly = (socket: Socket, body: string) =>
  socket.write(answer(body, 'content-type: application/json'));

test('without a server on the port, every operation is UNAVAILABLE before the deadline', async () => {
  const gone = await startSandbox();
  await gone.close();
  await using gateway = await startGateway({ beeper: gone.url, api: 'split', timeoutMs });

  expect(await runAll(gateway, { timeoutMs, counts: none })).toEqual(allAs(notSent, { sent: false }));
});

test('over TLS to a port without TLS, every operation is UNAVAILABLE before the deadline, and nothing is sent', async () => {
  await using sandbox = await startSandbox();
  const beeper = sandbox.url.replace('http:', 'https:');
  await using gateway = await startGateway({ beeper, api: 'split', timeoutMs });

  expect(await runAll(gateway, { timeoutMs, counts: none })).toEqual(allAs(notSent, { sent: false }));
  expect(sandbox.calls).toEqual([]);
});

test('a server that listens on IPv6 only is reached by its address', async () => {
  await using server = await startRawServer(regularly, '::1');
  await using gateway = await startGateway({ beeper: server.url, api: 'split', timeoutMs });

  expect(await runAll(gateway, { timeoutMs, counts: server })).toEqual(allAs(answered));
});

test('a server that listens on IPv6 only is reached as localhost if that resolves to IPv6, and is UNAVAILABLE otherwise', async () => {
  const addresses = await lookup('localhost', { all: true });
  const isReachable = addresses.some(({ address }) => address === '::1');
  await using server = await startRawServer(regularly, '::1');
  const beeper = server.url.replace('[::1]', 'localhost');
  await using gateway = await startGateway({ beeper, api: 'split', timeoutMs });

  const reports = await runAll(gateway, { timeoutMs, counts: server });

  expect(reports).toEqual(isReachable ? allAs(answered) : allAs(notSent, { sent: false }));
});
