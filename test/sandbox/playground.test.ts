import { expect, test } from 'vitest';
import type { PlaygroundName, Sandbox } from '../../src/sandbox/index.ts';
import { playgroundAccountID, playgroundContacts, startSandbox } from '../../src/sandbox/index.ts';
import { request } from './clients.ts';

const accountID = playgroundAccountID;

// The ways to create or start a chat with a contact.
const requests = {
  'createChat by ID': (sandbox: Sandbox, name: PlaygroundName, init?: RequestInit) =>
    request(
      sandbox,
      '/v1/chats',
      { accountID, type: 'single', participantIDs: [`@${name}:playground`] },
      init,
    ),
  'startChat by ID': (sandbox: Sandbox, name: PlaygroundName, init?: RequestInit) =>
    request(sandbox, '/v1/chats/start', { accountID, user: { id: `@${name}:playground` } }, init),
  'startChat by username': (sandbox: Sandbox, name: PlaygroundName, init?: RequestInit) =>
    request(sandbox, '/v1/chats/start', { accountID, user: { username: name } }, init),
};

const expected: [PlaygroundName, status: number, json: unknown][] = [
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

const kinds = Object.keys(requests) as (keyof typeof requests)[];

test.each(kinds)(
  '%s: each contact with an error status returns it every time and creates no chat',
  async (kind) => {
    await using sandbox = await startSandbox();
    const before = sandbox.chats.size;
    for (const [name, status, json] of [...expected, ...expected]) {
      expect(await requests[kind](sandbox, name)).toMatchObject({ status, json });
    }
    expect(sandbox.chats.size).toBe(before);
  },
);

test.each(kinds)('%s: rate-limited sends Retry-After: 7', async (kind) => {
  await using sandbox = await startSandbox();
  expect((await requests[kind](sandbox, 'rate-limited')).headers.get('retry-after')).toBe('7');
});

test.each(kinds)('%s: route-missing is a 404 that is not JSON', async (kind) => {
  await using sandbox = await startSandbox();
  expect(await requests[kind](sandbox, 'route-missing')).toMatchObject({ status: 404, json: undefined });
});

test.each(kinds)('%s: redirect leads to another path of the same server', async (kind) => {
  await using sandbox = await startSandbox();
  const response = await requests[kind](sandbox, 'redirect');
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toMatch(/^\/(?!v1\/chats)/);
});

test.each(kinds)('%s: cut creates the chat and resets the connection', async (kind) => {
  await using sandbox = await startSandbox();
  const before = sandbox.chats.size;
  await expect(requests[kind](sandbox, 'cut')).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
  expect(sandbox.chats.size).toBe(before + 1);
});

test.each(kinds)('%s: garbage creates the chat and responds 200 with HTML', async (kind) => {
  await using sandbox = await startSandbox();
  const before = sandbox.chats.size;
  const response = await requests[kind](sandbox, 'garbage');
  expect(response).toMatchObject({ status: 200, json: undefined });
  expect(response.headers.get('content-type')).toMatch(/^text\/html/);
  expect(sandbox.chats.size).toBe(before + 1);
});

test.each(kinds)('%s: slow creates the chat at once and responds late', async (kind) => {
  await using sandbox = await startSandbox();
  const before = sandbox.chats.size;
  await expect(requests[kind](sandbox, 'slow', { signal: AbortSignal.timeout(150) })).rejects.toThrow();
  expect(sandbox.chats.size).toBe(before + 1);
});

test.each(kinds)('%s: follow-up-fails returns only the ID of a chat that cannot be read', async (kind) => {
  await using sandbox = await startSandbox();
  const response = await requests[kind](sandbox, 'follow-up-fails');
  expect(response).toMatchObject({ status: 200 });
  expect(response.json).toEqual({ chatID: expect.any(String) });
  const { chatID } = response.json as { chatID: string };
  for (let time = 0; time < 2; time += 1) {
    const read = await request(sandbox, `/v1/chats/${encodeURIComponent(chatID)}`);
    expect(read).toMatchObject({ status: 500, json: { code: 'INTERNAL_ERROR' } });
  }
});

test('works is created, then existing; existing exists from the start', async () => {
  await using sandbox = await startSandbox();
  const start = async (name: PlaygroundName) => (await requests['startChat by ID'](sandbox, name)).json;
  expect(await start('works')).toMatchObject({ status: 'created' });
  expect(await start('works')).toMatchObject({ status: 'existing' });
  expect(await start('existing')).toMatchObject({ status: 'existing' });
});

test('a group with a failing contact fails', async () => {
  await using sandbox = await startSandbox();
  const participantIDs = ['@works:playground', '@rate-limited:playground'];
  const response = await request(sandbox, '/v1/chats', { accountID, type: 'group', participantIDs });
  expect(response.status).toBe(429);
});

test('the playground works in the older dialects too', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.600' });
  const start = (name: PlaygroundName) =>
    request(sandbox, '/v1/chats', { mode: 'start', accountID, user: { username: name } });
  expect((await start('network-down')).status).toBe(502);
  expect((await start('works')).json).toEqual({ chatID: expect.any(String), status: 'created' });
});

test('the directory contains every playground contact except the unknown user', async () => {
  await using sandbox = await startSandbox();
  const { json } = await request(sandbox, `/v1/accounts/${accountID}/contacts/list`);
  const ids = (json as { items: { id: string }[] }).items.map(({ id }) => id);
  const documented: string[] = playgroundContacts.map((entry) => entry.contactID);
  expect(ids).toEqual(documented.filter((id) => id !== '@unknown-user:playground'));
});

test('each playground contact has an outcome, and a description that is a sentence', () => {
  for (const { outcome, description } of playgroundContacts) {
    expect(outcome).not.toBe('');
    expect(description).toMatch(/^[A-Z].+\.$/);
  }
});
