import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBeeperClient, type Event, GatewayError } from '../../examples/node-client/client.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';
import { Running } from '../support/process.ts';

let pair: Pair;
/** Passes requests on to the gateway, and loses answers: as many as `lost` says. */
let lossy: { readonly url: string; lost: number; cut(): void; close(): void };

beforeAll(async () => {
  pair = await startPair({ live: { times: { linger: 20 } } });
  const server = createServer(async (request, response) => {
    const answer = await fetch(`${pair.gateway.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: request.headers.accept ?? '*/*' },
      body: Readable.toWeb(request) as BodyInit,
      duplex: 'half',
    } as RequestInit);
    if (lossy.lost > 0) {
      lossy.lost -= 1;
      await answer.body?.cancel();
      return void request.socket.destroy();
    }
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    pipeline(Readable.fromWeb(answer.body as never), response, () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  lossy = {
    url,
    lost: 0,
    cut: () => server.closeAllConnections(),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
});

afterAll(async () => {
  lossy.close();
  await pair[Symbol.asyncDispose]();
});

const client = () => createBeeperClient({ url: lossy.url, pauseMs: 10 });

test('the Node client lists chats with something unread', async () => {
  const chats = await client().unreadChats(3);

  expect(chats).toHaveLength(3);
  for (const { unreadCount } of chats) expect(unreadCount).toBeGreaterThan(0);
});

test('the Node client sends a message once, although two answers are lost', async () => {
  const { length } = pair.writes();
  lossy.lost = 2;

  expect(await client().send(kishan.chatID, 'Once')).toEqual({ pendingMessageID: expect.any(String) });
  expect(lossy.lost).toBe(0);
  expect(pair.writes().slice(length)).toHaveLength(1);
});

test('the Node client does not repeat what would fail again', async () => {
  const { length } = pair.writes();

  await expect(client().send('!playground_send-read-only:playground', 'Hello')).rejects.toThrow(GatewayError);
  expect(pair.writes().slice(length)).toHaveLength(1);
});

test('the Node client follows a chat, and goes on from where it was', async () => {
  const events = client().follow();
  const until = async (test: (event: Event) => boolean) => {
    for (;;) {
      const { value } = await events.next();
      if (test(value)) return value;
    }
  };
  await until(({ __typename }) => __typename === 'BeeperLiveStarted');
  pair.sandbox.people.write(kishan.chatID, 'First');
  await until(({ message }) => message?.plainText === 'First');

  // The connection is cut, and a message is written meanwhile.
  const next = until(({ message }) => message?.plainText === 'Second');
  lossy.lost = 1;
  lossy.cut();
  pair.sandbox.people.write(kishan.chatID, 'Second');
  expect((await next).message?.plainText).toBe('Second');
  await events.return(undefined as never);
});

const program = fileURLToPath(new URL('../../examples/node-client/main.ts', import.meta.url));

const start = (url: string, ...args: string[]) =>
  spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    env: { ...process.env, GATEWAY_URL: url },
  });

test.each([
  ['an unknown chat', () => pair.gateway.origin, /chat/i],
  [
    'no gateway',
    () => 'http://127.0.0.1:2',
    /^No answer of a gateway at GATEWAY_URL, http:\/\/127\.0\.0\.1:2/,
  ],
])('with %s, the program of the Node client ends with one line', async (_what, url, line) => {
  const child = start(url(), '!nowhere:beeper.com', 'Hello');
  await using running = new Running(child);

  await expect.poll(() => child.exitCode, { timeout: 20_000 }).toBe(1);
  expect(running.stderr.trim().split('\n')).toEqual([expect.stringMatching(line)]);
});

test('the program of the Node client sends, and prints the answer', async () => {
  await using running = new Running(start(pair.gateway.origin, kishan.chatID, 'Hello from Node'));

  await running.prints(/Sent as \S+/);
  // What is written before the stream has started is not told.
  await expect
    .poll(
      () => {
        pair.sandbox.people.write(kishan.chatID, 'Hello back');
        return running.stdout;
      },
      { timeout: 30_000, interval: 100 },
    )
    .toContain('Kishan: Hello back');
});
