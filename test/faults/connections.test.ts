import { lookup } from 'node:dns/promises';
import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { startGateway } from '../support/gateway.ts';
import { allAs, answered, deadlineMs, notSent, runAll } from './support/operations.ts';
import { answer, startRawServer } from './support/rawServer.ts';

const timeoutMs = deadlineMs(false);
const none = { writes: () => 0, calls: () => 0 };

const properly = (socket: Socket, body: string) =>
  socket.write(answer(body, 'content-type: application/json'));

test('where nobody listens, everything is UNAVAILABLE, in time', async () => {
  const gone = await startSandbox();
  await gone.close();
  await using gateway = await startGateway({ beeper: gone.url, api: 'split', timeoutMs });

  expect(await runAll(gateway, { timeoutMs, counts: none })).toEqual(allAs(notSent, { sent: false }));
});

test('TLS to a port that speaks none: everything is UNAVAILABLE, in time, and nothing is sent', async () => {
  await using sandbox = await startSandbox();
  const beeper = sandbox.url.replace('http:', 'https:');
  await using gateway = await startGateway({ beeper, api: 'split', timeoutMs });

  expect(await runAll(gateway, { timeoutMs, counts: none })).toEqual(allAs(notSent, { sent: false }));
  expect(sandbox.calls).toEqual([]);
});

test('a server on IPv6 alone is reached under its address', async () => {
  await using server = await startRawServer(properly, '::1');
  await using gateway = await startGateway({ beeper: server.url, api: 'split', timeoutMs });

  expect(await runAll(gateway, { timeoutMs, counts: server })).toEqual(allAs(answered));
});

test('a server on IPv6 alone is reached as localhost where localhost has an IPv6 address, and else UNAVAILABLE', async () => {
  const addresses = await lookup('localhost', { all: true });
  const isReachable = addresses.some(({ address }) => address === '::1');
  await using server = await startRawServer(properly, '::1');
  const beeper = server.url.replace('[::1]', 'localhost');
  await using gateway = await startGateway({ beeper, api: 'split', timeoutMs });

  const reports = await runAll(gateway, { timeoutMs, counts: server });

  expect(reports).toEqual(isReachable ? allAs(answered) : allAs(notSent, { sent: false }));
});
