import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  type PlaygroundSendName,
  playgroundSends,
  type Sandbox,
  startSandbox,
} from '../../src/sandbox/index.ts';
import { request, sdk5 } from './clients.ts';

const chatOf = (name: PlaygroundSendName) => `!playground_send-${name}:playground`;
const lengthOf = (sandbox: Sandbox, name: PlaygroundSendName) =>
  sandbox.chats.get(chatOf(name))?.messages.length;

function send(sandbox: Sandbox, name: PlaygroundSendName, init?: RequestInit) {
  return request(sandbox, `/v1/chats/${encodeURIComponent(chatOf(name))}/messages`, { text: 'Hi' }, init);
}

const withoutEffect: [PlaygroundSendName, status: number, json: unknown][] = [
  ['invalid', 422, { code: 'VALIDATION_ERROR', details: { issues: [{ path: ['body', 'text'] }] } }],
  ['token-read-only', 401, { code: 'unauthorized' }],
  ['may-not-be-messaged', 403, { code: 'FORBIDDEN' }],
  ['read-only', 403, { code: 'FORBIDDEN' }],
  ['gone', 404, { message: 'Chat not found', code: 'NOT_FOUND' }],
  ['conflict', 409, { code: 'CONFLICT' }],
  ['rate-limited', 429, { code: 'RATE_LIMITED' }],
  ['unavailable', 503, { code: 'SERVICE_UNAVAILABLE' }],
  ['route-missing', 404, undefined],
  ['crash', 500, { code: 'INTERNAL_ERROR' }],
  ['network-down', 502, { code: 'BRIDGE_ERROR' }],
  ['redirect', 302, undefined],
];

test.each(withoutEffect)(
  'sending to %s responds %i every time and sends nothing',
  async (name, status, json) => {
    await using sandbox = await startSandbox();
    for (const _ of ['first', 'second'])
      expect(await send(sandbox, name)).toMatchObject({ status, ...(json !== undefined && { json }) });
    expect(lengthOf(sandbox, name)).toBe(1);
  },
);

test('rate-limited sends Retry-After: 7, and route-missing is not JSON', async () => {
  await using sandbox = await startSandbox();
  expect((await send(sandbox, 'rate-limited')).headers.get('retry-after')).toBe('7');
  const missing = await send(sandbox, 'route-missing');
  expect(missing.json).toBeUndefined();
  expect(missing.headers.get('content-type')).toMatch(/^text\/plain/);
});

test('network-lost sends the message and responds 502', async () => {
  await using sandbox = await startSandbox();
  expect(await send(sandbox, 'network-lost')).toMatchObject({ status: 502, json: { code: 'BRIDGE_ERROR' } });
  expect(lengthOf(sandbox, 'network-lost')).toBe(2);
});

test('cut sends the message and resets the connection', async () => {
  await using sandbox = await startSandbox();
  await expect(send(sandbox, 'cut')).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
  expect(lengthOf(sandbox, 'cut')).toBe(2);
});

test('garbage sends the message and responds 200 with HTML', async () => {
  await using sandbox = await startSandbox();
  const response = await send(sandbox, 'garbage');
  expect(response).toMatchObject({ status: 200, json: undefined });
  expect(response.headers.get('content-type')).toMatch(/^text\/html/);
  expect(lengthOf(sandbox, 'garbage')).toBe(2);
});

test('slow sends the message at once and responds late', async () => {
  await using sandbox = await startSandbox();
  await expect(send(sandbox, 'slow', { signal: AbortSignal.timeout(150) })).rejects.toThrow();
  expect(lengthOf(sandbox, 'slow')).toBe(2);
});

const fates: [PlaygroundSendName, object][] = [
  ['works', { id: expect.stringMatching(/^\d+$/), sendStatus: { status: 'SUCCESS' } }],
  [
    'fails-permanently',
    { id: expect.stringMatching(/^m/), sendStatus: { status: 'FAIL_PERMANENT', reason: 'm.no_permission' } },
  ],
  [
    'fails-retriably',
    {
      id: expect.stringMatching(/^m/),
      sendStatus: { status: 'FAIL_RETRIABLE', reason: 'm.bridge_unavailable' },
    },
  ],
  ['stays-pending', { id: expect.stringMatching(/^m/), sendStatus: { status: 'PENDING' } }],
];

test.each(fates)('a message to %s is accepted, and then is %j', async (name, expected) => {
  await using sandbox = await startSandbox({ sendAfterMs: 'never' });
  const { messages } = sdk5(sandbox);
  const chatID = chatOf(name);
  const { pendingMessageID } = await messages.send(chatID, { text: 'Hi' });
  const read = () => messages.retrieve(pendingMessageID, { chatID });
  expect(await read()).toMatchObject({ sendStatus: { status: 'PENDING' } });
  sandbox.settle();
  expect(await read()).toMatchObject(expected);
});

test('every chat of the table exists from the start in each app version, last in the list', async () => {
  await using sandbox = await startSandbox();
  const ids: string[] = [];
  for await (const chat of sdk5(sandbox).chats.list()) ids.push(chat.id);
  expect(ids.slice(-playgroundSends.length)).toEqual(playgroundSends.map(({ chatID }) => chatID));
  sandbox.appVersion = '4.1.294';
  expect((await send(sandbox, 'works')).status).toBe(200);
  expect((await send(sandbox, 'network-down')).status).toBe(502);
});

test('the chats of the table are not found by starting a chat with a playground contact', async () => {
  await using sandbox = await startSandbox();
  const user = { username: 'works' };
  expect((await sdk5(sandbox).chats.start({ accountID: 'playground', user })).status).toBe('created');
});

test('each chat of the table has an outcome, and a description that is a sentence', () => {
  for (const { outcome, description } of playgroundSends) {
    expect(outcome).not.toBe('');
    expect(description).toMatch(/^[A-Z].+\.$/);
  }
});

test('docs/errors.md lists every chat of the table with its outcome', () => {
  const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| `(!playground_send-[^`]+)` \| (.+) \|$/gm)];
  expect(rows.map(([, chatID, outcome]) => [chatID, outcome])).toEqual(
    playgroundSends.map(({ chatID, outcome }) => [chatID, outcome]),
  );
});
