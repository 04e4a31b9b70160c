import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

const limit = 1024 * 1024;

/** A valid request body of exactly `bytes` bytes. */
function bodyOf(bytes: number): string {
  const bare = JSON.stringify({ query: '{ beeper { sandbox } }', variables: { filler: '' } });
  return JSON.stringify({
    query: '{ beeper { sandbox } }',
    variables: { filler: 'x'.repeat(bytes - bare.length) },
  });
}

/** `fetch` sends a string with Content-Length and a stream chunked. */
const bodies = {
  'with Content-Length': (body: string): RequestInit => ({ body }),
  chunked: (body: string): RequestInit =>
    ({ body: new Blob([body]).stream(), duplex: 'half' }) as RequestInit,
};

const post = (gateway: Gateway, init: RequestInit) => gateway.send('', {}, init);

test.each(Object.entries(bodies))('a body of 1 MB sent %s is accepted', async (_how, init) => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  for (const bytes of [limit - 1, limit]) {
    const response = await post(gateway, init(bodyOf(bytes)));
    expect(await response.json()).toEqual({ data: { beeper: { sandbox: true } } });
    expect(response.status).toBe(200);
  }
});

test.each(Object.entries(bodies))('a larger body sent %s gets 413', async (_how, init) => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  for (const bytes of [limit + 1, 3 * limit]) {
    const response = await post(gateway, init(bodyOf(bytes)));
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: 'The body is larger than 1048576 bytes.',
          extensions: expect.objectContaining({ code: 'PAYLOAD_TOO_LARGE' }),
        },
      ],
    });
  }
});

test('the limit counts bytes, not characters', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const body = JSON.stringify({
    query: '{ beeper { sandbox } }',
    variables: { filler: 'é'.repeat(600_000) },
  });
  expect(body.length).toBeLessThan(limit);
  expect((await post(gateway, { body })).status).toBe(413);
});

test('a Content-Length above the limit gets 413 before the body is sent, and the connection is closed', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const response = await sendRaw(gateway, [
    `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 900000000\r\n\r\n`,
  ]);
  expect(response).toMatch(/^HTTP\/1\.1 413 /);
  expect(response).toMatch(/\r\nconnection: close\r\n/i);
});

test('a chunked body gets 413 as soon as it exceeds the limit, before it is complete', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
  const response = await sendRaw(gateway, [
    `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`,
    ...Array.from({ length: 17 }, () => chunk),
  ]);
  expect(response).toMatch(/^HTTP\/1\.1 413 /);
});

test('a client that disconnects while sending the body is not logged as an error', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const socket = connect(Number(new URL(gateway.origin).port), '127.0.0.1');
  socket.end(
    'POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"query',
  );
  socket.resume();
  await once(socket, 'close');
  await gateway.send('{ __typename }');
  expect(gateway.log.filter(({ level }) => Number(level) >= 50)).toEqual([]);
});

/** Writes `chunks` to a socket. Resolves to everything received until the gateway closes the connection. */
function sendRaw(gateway: Gateway, chunks: string[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(gateway.origin).port), '127.0.0.1');
    let response = '';
    socket.on('data', (data) => {
      response += String(data);
    });
    // The gateway may close the connection while the rest of the body is being sent.
    socket.on('error', () => {});
    socket.on('close', () => resolve(response));
    for (const chunk of chunks) socket.write(chunk);
  });
}
