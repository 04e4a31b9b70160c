import { connect, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { startPair } from '../support/pair.ts';

const query = '{ chat(id: "!NCdzlIaMjZUmvmvyHU:beeper.com") { messages(first: 200) { nodes { text } } } }';

/** An answer of more than 7 million characters. */
const page = {
  hasMore: false,
  items: Array.from({ length: 200 }, (_, index) => ({
    id: String(1_000 - index),
    chatID: '!NCdzlIaMjZUmvmvyHU:beeper.com',
    accountID: 'matrix',
    senderID: '@kishan:beeper.com',
    timestamp: '2026-08-14T10:00:00.000Z',
    sortKey: String(1_000 - index),
    text: 'x'.repeat(36_000),
  })),
};

test('responses that nobody reads are bounded together, and others arrive', async () => {
  await using pair = await startPair();
  pair.sandbox.always('GET /v1/chats/{chatID}/messages', { body: page });
  const { port } = new URL(pair.gateway.origin);
  const body = JSON.stringify({ query });
  const head = `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
  const deaf: Socket[] = [];
  let closed = 0;
  for (let index = 0; index < 24; index++) {
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => {}).on('close', () => closed++);
    // Resets and ends are only noticed by a socket that reads; a write shows them, too.
    socket.pause().write(head + body);
    deaf.push(socket);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }

  const heard = await pair.gateway.send(query);
  const text = await heard.text();

  expect(heard.status).toBe(200);
  expect(text.length).toBeGreaterThan(7_000_000);
  for (const socket of deaf) socket.resume();
  await expect.poll(() => closed, { timeout: 20_000 }).toBeGreaterThanOrEqual(12);
  for (const socket of deaf) socket.destroy();
});
