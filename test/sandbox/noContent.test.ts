import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { playFault } from '../../src/sandbox/server/playFault.ts';
import { noContent } from '../../src/sandbox/server/response.ts';
import { send } from '../../src/sandbox/server/send.ts';

/** Makes one request to a server with this listener. */
async function fetchFrom(serve: Parameters<typeof createServer>[1]) {
  const server = createServer(serve).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('A 204 response has neither a body nor a content-length', async () => {
  const answer = await fetchFrom((_, response) => send(noContent(), response));
  expect(answer.status).toBe(204);
  expect(answer.headers.has('content-length')).toBe(false);
  expect(answer.headers.has('content-type')).toBe(false);
});

test('A slow head of a 204 response has no content-length either', async () => {
  const { signal } = new AbortController();
  const answer = await fetchFrom((_, response) => {
    void playFault({ slowHeadersMs: 20 }, noContent(), response, signal);
  });
  expect(answer.status).toBe(204);
  expect(answer.headers.has('content-length')).toBe(false);
});

test('A cut 204 response ends before its head is complete', async () => {
  const { signal } = new AbortController();
  const cut = fetchFrom((_, response) => void playFault({ cut: true }, noContent(), response, signal));
  await expect(cut).rejects.toThrow('fetch failed');
});
