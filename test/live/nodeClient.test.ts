import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../../examples/listen.ts';
import { type ChatEvent, createBeeperClient, GatewayError } from '../../examples/node-client/client.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';
import { Running } from '../support/process.ts';
import { type RecordingProxy, startRecordingProxy } from '../support/recordingProxy.ts';

let pair: Pair;
let proxy: RecordingProxy;

beforeAll(async () => {
  pair = await startPair({ live: { times: { linger: 20 } } });
  proxy = await startRecordingProxy();
  proxy.pointTo(pair.gateway.origin);
});

afterAll(async () => {
  await proxy[Symbol.asyncDispose]();
  await pair[Symbol.asyncDispose]();
});

const client = () => createBeeperClient({ url: `${proxy.origin}/graphql`, pauseMs: 10 });

test('the Node client lists chats with something unread', async () => {
  const chats = await client().unreadChats(3);

  expect(chats).toHaveLength(3);
  for (const { unreadCount } of chats) expect(unreadCount).toBeGreaterThan(0);
});

test('the Node client says how long to wait where an answer does', async () => {
  pair.sandbox.next('GET /v1/chats/search', { status: 429, headers: { 'retry-after': '7' } });

  await expect(client().unreadChats()).rejects.toMatchObject({ name: 'GatewayError', retryAfterSeconds: 7 });
});

test('the Node client sends a message once, although two answers are lost', async () => {
  const { length } = pair.writes();
  proxy.dropResponses(2);
  const before = proxy.requests.length;

  expect(await client().send(kishan.chatID, 'Once')).toEqual({ pendingMessageID: expect.any(String) });
  expect(proxy.requests.length - before).toBe(3);
  expect(pair.writes().slice(length)).toHaveLength(1);
});

test('the Node client does not repeat what would fail again', async () => {
  const { length } = pair.writes();

  await expect(client().send('!playground_send-read-only:playground', 'Hello')).rejects.toThrow(GatewayError);
  expect(pair.writes().slice(length)).toHaveLength(1);
});

test('the Node client follows a chat, and goes on from where it was', async () => {
  const events = client().follow();
  const until = async (test: (event: ChatEvent) => boolean) => {
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
  proxy.dropResponses(1);
  proxy.cut();
  pair.sandbox.people.write(kishan.chatID, 'Second');
  expect((await next).message?.plainText).toBe('Second');
  await events.return(undefined as never);
});

const program = fileURLToPath(new URL('../../examples/node-client/main.ts', import.meta.url));

const start = (url: string, ...args: string[]) =>
  new Running(
    spawn(process.execPath, ['--import', 'tsx', program, ...args], {
      env: { ...process.env, GATEWAY_URL: url },
    }),
  );

// Each of them waits most of its time.
describe.concurrent('the Node client', () => {
  test('waits as long as the gateway says where it has sent too many requests', async () => {
    const refused: number[] = [];
    await using limited = await listen(async (request, response) => {
      if (refused.length === 2) {
        response.writeHead(307, { location: `${pair.gateway.origin}${request.url}` }).end();
        return;
      }
      refused.push(performance.now());
      const extensions = { code: 'RATE_LIMITED', retryable: true };
      response.writeHead(429, { 'retry-after': '1', 'content-type': 'application/json' });
      response.end(JSON.stringify({ errors: [{ message: 'Too many requests.', extensions }] }));
    });
    const client = createBeeperClient({ url: `${limited.origin}/graphql`, pauseMs: 10 });
    const events = client.follow();

    const [{ value }] = await Promise.all([events.next(), client.send(kishan.chatID, 'In a second')]);

    expect(value.__typename).toBe('BeeperLiveStarted');
    expect(refused).toHaveLength(2);
    expect(performance.now() - Math.max(...refused)).toBeGreaterThan(990);
    await events.return(undefined as never);
  });

  test.each([
    ['an unknown chat', () => pair.gateway.origin, /Chat not found\. Check /],
    [
      'no gateway',
      () => 'http://127.0.0.1:2',
      /^No answer of a gateway at GATEWAY_URL, http:\/\/127\.0\.0\.1:2/,
    ],
    [
      'a URL without its scheme',
      () => 'localhost:4200',
      /^GATEWAY_URL, localhost:4200, is not a URL such as http:\/\/127\.0\.0\.1:4000\.$/,
    ],
  ])('as a program ends with one line with %s', async (_what, url, line) => {
    await using running = start(url(), '!nowhere:beeper.com', 'Hello');

    expect(await running.ends()).toEqual({ code: 1, signal: null });
    expect(running.stderr.trim().split('\n')).toEqual([expect.stringMatching(line)]);
  });

  test('as a program sends, and prints the answer', async ({ expect }) => {
    await using running = start(pair.gateway.origin, kishan.chatID, 'Hello from Node');

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
});
