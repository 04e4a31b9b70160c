import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

const limit = 1024 * 1024;

/** A good request of exactly `bytes` bytes. */
function bodyOf(bytes: number): string {
  const bare = JSON.stringify({ query: '{ beeper { sandbox } }', variables: { filler: '' } });
  return JSON.stringify({
    query: '{ beeper { sandbox } }',
    variables: { filler: 'x'.repeat(bytes - bare.length) },
  });
}

/** As `fetch` sends it, with its length said in advance, or in chunks without. */
const bodies = {
  'with its length': (body: string): RequestInit => ({ body }),
  'in chunks': (body: string): RequestInit =>
    ({ body: new Blob([body]).stream(), duplex: 'half' }) as RequestInit,
};

const post = (gateway: Gateway, init: RequestInit) => gateway.send('', {}, init);

test.each(Object.entries(bodies))('A body of 1 MB, sent %s, is read', async (_how, send) => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  for (const bytes of [limit - 1, limit]) {
    const answer = await post(gateway, send(bodyOf(bytes)));
    expect(await answer.json()).toEqual({ data: { beeper: { sandbox: true } } });
    expect(answer.status).toBe(200);
  }
});

test.each(Object.entries(bodies))('A larger body, sent %s, is 413', async (_how, send) => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  for (const bytes of [limit + 1, 3 * limit]) {
    const answer = await post(gateway, send(bodyOf(bytes)));
    expect(answer.status).toBe(413);
    expect(await answer.json()).toEqual({
      errors: [
        {
          message: 'The body is larger than 1048576 bytes.',
          extensions: { code: 'PAYLOAD_TOO_LARGE' },
        },
      ],
    });
  }
});

test('The limit counts bytes, not characters', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const body = JSON.stringify({
    query: '{ beeper { sandbox } }',
    variables: { filler: 'é'.repeat(600_000) },
  });
  expect(body.length).toBeLessThan(limit);
  expect((await post(gateway, { body })).status).toBe(413);
});

test('A length that is said to be too large is 413 at once, and the connection ends', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const answer = await speak(gateway, [
    `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 900000000\r\n\r\n`,
  ]);
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toMatch(/\r\nconnection: close\r\n/i);
});

test('A body without end is 413 as soon as it is too large', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const piece = `10000\r\n${'x'.repeat(65_536)}\r\n`;
  const answer = await speak(gateway, [
    `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`,
    ...Array.from({ length: 17 }, () => piece),
  ]);
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
});

test('A client that breaks off in mid-body is nobody’s error', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const socket = connect(Number(new URL(gateway.origin).port), '127.0.0.1');
  const half =
    'POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"query';
  await new Promise((resolve) => socket.write(half, resolve));
  await sleep(300);
  socket.destroy();
  await sleep(500);
  expect(gateway.log.filter(({ level }) => Number(level) >= 50)).toEqual([]);
});

/** Writes the pieces to a bare socket, one by one, and gives all that comes back until the other side ends it. */
function speak(gateway: Gateway, pieces: string[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(gateway.origin).port), '127.0.0.1');
    let answer = '';
    socket.on('data', (piece) => {
      answer += String(piece);
    });
    // The gateway may end the connection while the rest of the body is on its way.
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
    for (const piece of pieces) socket.write(piece);
  });
}
