import { expect, test } from 'vitest';
import type { PlaygroundName, Sandbox } from '../../src/sandbox/index.ts';
import { PLAYGROUND, PLAYGROUND_ACCOUNT_ID, startSandbox } from '../../src/sandbox/index.ts';
import { ask } from './clients.ts';

const accountID = PLAYGROUND_ACCOUNT_ID;

// The three ways to come to a chat with a contact.
const WAYS = {
  'createChat by ID': (sandbox: Sandbox, name: PlaygroundName, init?: RequestInit) =>
    ask(sandbox, '/v1/chats', { accountID, type: 'single', participantIDs: [`@${name}:playground`] }, init),
  'startChat by ID': (sandbox: Sandbox, name: PlaygroundName, init?: RequestInit) =>
    ask(sandbox, '/v1/chats/start', { accountID, user: { id: `@${name}:playground` } }, init),
  'startChat by username': (sandbox: Sandbox, name: PlaygroundName, init?: RequestInit) =>
    ask(sandbox, '/v1/chats/start', { accountID, user: { username: name } }, init),
};

const EXPECTED: [PlaygroundName, status: number, json: unknown][] = [
  ['invalid', 422, { code: 'VALIDATION_ERROR', details: { issues: [{ message: expect.any(String) }] } }],
  ['token-expired', 401, { message: 'Token expired', code: 'unauthorized' }],
  ['may-not-be-messaged', 403, { message: expect.any(String), code: 'FORBIDDEN' }],
  ['unknown-user', 404, { message: 'User not found', code: 'NOT_FOUND' }],
  ['conflict', 409, { message: expect.any(String), code: 'CONFLICT' }],
  ['rate-limited', 429, { message: expect.any(String), code: 'RATE_LIMITED' }],
  ['unavailable', 503, { message: expect.any(String), code: 'SERVICE_UNAVAILABLE' }],
  ['crash', 500, { message: expect.any(String), code: 'INTERNAL_ERROR' }],
  ['network-down', 502, { message: expect.any(String), code: 'BRIDGE_ERROR' }],
];

const NAMES = Object.keys(WAYS) as (keyof typeof WAYS)[];

test.each(NAMES)('%s: each refusing contact gives its error, each time, and no chat is made', async (way) => {
  await using sandbox = await startSandbox();
  const before = sandbox.chats.size;
  for (const [name, status, json] of [...EXPECTED, ...EXPECTED]) {
    expect(await WAYS[way](sandbox, name)).toMatchObject({ status, json });
  }
  expect(sandbox.chats.size).toBe(before);
});

test.each(NAMES)('%s: rate-limited asks for seven seconds', async (way) => {
  await using sandbox = await startSandbox();
  expect((await WAYS[way](sandbox, 'rate-limited')).headers.get('retry-after')).toBe('7');
});

test.each(NAMES)('%s: route-missing is a 404 without JSON', async (way) => {
  await using sandbox = await startSandbox();
  expect(await WAYS[way](sandbox, 'route-missing')).toMatchObject({ status: 404, json: undefined });
});

test.each(NAMES)('%s: redirect points to another path of the same server', async (way) => {
  await using sandbox = await startSandbox();
  const answer = await WAYS[way](sandbox, 'redirect');
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toMatch(/^\/(?!v1\/chats)/);
});

test.each(NAMES)('%s: cut makes the chat and resets the connection', async (way) => {
  await using sandbox = await startSandbox();
  const before = sandbox.chats.size;
  await expect(WAYS[way](sandbox, 'cut')).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
  expect(sandbox.chats.size).toBe(before + 1);
});

test.each(NAMES)('%s: garbage makes the chat and answers 200 with a page', async (way) => {
  await using sandbox = await startSandbox();
  const before = sandbox.chats.size;
  const answer = await WAYS[way](sandbox, 'garbage');
  expect(answer).toMatchObject({ status: 200, json: undefined });
  expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  expect(sandbox.chats.size).toBe(before + 1);
});

test.each(NAMES)('%s: slow makes the chat at once and lets the caller wait', async (way) => {
  await using sandbox = await startSandbox();
  const before = sandbox.chats.size;
  await expect(WAYS[way](sandbox, 'slow', { signal: AbortSignal.timeout(150) })).rejects.toThrow();
  expect(sandbox.chats.size).toBe(before + 1);
});

test.each(NAMES)('%s: follow-up-fails brings only the ID of a chat that can not be read', async (way) => {
  await using sandbox = await startSandbox();
  const answer = await WAYS[way](sandbox, 'follow-up-fails');
  expect(answer).toMatchObject({ status: 200 });
  expect(answer.json).toEqual({ chatID: expect.any(String) });
  const { chatID } = answer.json as { chatID: string };
  for (let time = 0; time < 2; time += 1) {
    const read = await ask(sandbox, `/v1/chats/${encodeURIComponent(chatID)}`);
    expect(read).toMatchObject({ status: 500, json: { code: 'INTERNAL_ERROR' } });
  }
});

test('works is created, then exists; existing exists from the start', async () => {
  await using sandbox = await startSandbox();
  const start = async (name: PlaygroundName) => (await WAYS['startChat by ID'](sandbox, name)).json;
  expect(await start('works')).toMatchObject({ status: 'created' });
  expect(await start('works')).toMatchObject({ status: 'existing' });
  expect(await start('existing')).toMatchObject({ status: 'existing' });
});

test('One failing contact spoils a group', async () => {
  await using sandbox = await startSandbox();
  const participantIDs = ['@works:playground', '@rate-limited:playground'];
  const answer = await ask(sandbox, '/v1/chats', { accountID, type: 'group', participantIDs });
  expect(answer.status).toBe(429);
});

test('The playground works in the older dialects too', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.600' });
  const start = (name: PlaygroundName) =>
    ask(sandbox, '/v1/chats', { mode: 'start', accountID, user: { username: name } });
  expect((await start('network-down')).status).toBe(502);
  expect((await start('works')).json).toEqual({ chatID: expect.any(String), status: 'created' });
});

test('Every contact of the playground is in the directory, but for the unknown user', async () => {
  await using sandbox = await startSandbox();
  const { json } = await ask(sandbox, `/v1/accounts/${accountID}/contacts/list`);
  const ids = (json as { items: { id: string }[] }).items.map(({ id }) => id);
  const documented: string[] = PLAYGROUND.map((entry) => entry.contactID);
  expect(ids).toEqual(documented.filter((id) => id !== '@unknown-user:playground'));
});

test('Each entry of the table says in a sentence what happens', () => {
  for (const { happens, sentence } of PLAYGROUND) {
    expect(happens).not.toBe('');
    expect(sentence).toMatch(/^[A-Z].+\.$/);
  }
});
