import { expect, test } from 'vitest';
import { seedChatIDs, startSandbox } from '../../src/sandbox/index.ts';
import { ada, request, sdk4, sdk5, whatsapp } from './clients.ts';

const kishan = { accountID: 'matrix', user: { id: '@kishan:beeper.com' } };
const withAda = { accountID: whatsapp, type: 'single' as const, participantIDs: [ada] };

test('a split app responds to createChat with the complete chat and no status', async () => {
  await using sandbox = await startSandbox();
  const chat = await sdk5(sandbox).chats.create(withAda);
  expect(chat).toMatchObject({ accountID: whatsapp, network: 'WhatsApp', title: 'Ada', type: 'single' });
  expect(chat.chatID).toBe(chat.id);
  expect(chat).not.toHaveProperty('status');
});

test('a split app responds to startChat with the complete chat and a status', async () => {
  await using sandbox = await startSandbox();
  const chat = await sdk5(sandbox).chats.start(kishan);
  expect(chat).toMatchObject({
    id: seedChatIDs.kishan,
    chatID: seedChatIDs.kishan,
    status: 'existing',
    title: 'Kishan',
  });
});

test('a split app ignores mode, so a start in the union form fails validation', async () => {
  await using sandbox = await startSandbox();
  const response = await request(sandbox, '/v1/chats', { mode: 'start', ...kishan });
  expect(response.status).toBe(400);
  expect(response.json).toMatchObject({
    code: 'VALIDATION_ERROR',
    details: { issues: [{ path: ['body', 'type'] }, { path: ['body', 'participantIDs'] }] },
  });
});

test('a union app responds to a start exactly as in the API document', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.600' });
  const response = await request(sandbox, '/v1/chats', { mode: 'start', ...kishan });
  expect(response.text).toBe('{"chatID":"!NCdzlIaMjZUmvmvyHU:beeper.com","status":"existing"}');
});

test.each([{}, { mode: 'create' }])(
  'a union app responds to a create (%j) with the chat ID alone',
  async (mode) => {
    await using sandbox = await startSandbox({ appVersion: '4.2.807' });
    const response = await request(sandbox, '/v1/chats', { ...mode, ...withAda });
    expect(response.json).toEqual({ chatID: expect.any(String) });
    expect(sandbox.chats.has((response.json as { chatID: string }).chatID)).toBe(true);
  },
);

test('a union app rejects an unknown mode', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.557' });
  const response = await request(sandbox, '/v1/chats', { mode: 'begin', ...withAda });
  expect(response.status).toBe(400);
  expect(response.json).toMatchObject({ details: { issues: [{ path: ['body', 'mode'] }] } });
});

test('a create-only app responds to createChat with the chat ID alone, as SDK 4 expects', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.500' });
  const response = await sdk4(sandbox).chats.create(withAda);
  expect(response).toEqual({ chatID: expect.any(String) });
});

test('a create-only app ignores mode, so a start fails validation', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.556' });
  expect((await request(sandbox, '/v1/chats', { mode: 'start', ...kishan })).status).toBe(400);
});

test.each([
  ['4.2.500', '/v1/info', undefined],
  ['4.2.500', '/v1/chats/start', kishan],
  ['4.2.600', '/v1/chats/start', kishan],
  ['4.2.808', '/v1/accounts/matrix', undefined],
  ['4.3.73', '/v1/elsewhere', undefined],
])('app %s does not have %s and responds with a 404 that is not JSON', async (appVersion, path, body) => {
  await using sandbox = await startSandbox({ appVersion });
  const response = await request(sandbox, path, body);
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
  expect(response.json).toBeUndefined();
});

test('a route that the app does not have is a 404 even without a token', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.500' });
  expect((await fetch(`${sandbox.url}/v1/info`)).status).toBe(404);
});

test('a changed appVersion takes effect at once on version, header and dialect; another server has no header', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.600' });
  const client = sdk5(sandbox);
  expect((await client.info.retrieve()).app.version).toBe('4.2.600');
  sandbox.appVersion = '4.3.73';
  sandbox.appName = 'Another server';
  expect((await client.info.retrieve()).app).toMatchObject({ version: '4.3.73', name: 'Another server' });
  const { data, response } = await client.chats.start(kishan).withResponse();
  expect(data.id).toBe(seedChatIDs.kishan);
  expect(response.headers.get('x-beeper-desktop-version')).toBeNull();
  sandbox.appName = 'Beeper';
  const answer = await client.chats.retrieve(seedChatIDs.kishan).asResponse();
  expect(answer.headers.get('x-beeper-desktop-version')).toBe('4.3.73');
});

test('errors have the version header too; responses of apps before 4.1.239 do not have it', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.600' });
  expect((await fetch(`${sandbox.url}/v1/chats`)).headers.get('x-beeper-desktop-version')).toBe('4.2.600');
  sandbox.appVersion = '4.1.238';
  expect((await request(sandbox, '/v1/chats')).headers.get('x-beeper-desktop-version')).toBeNull();
});

test('older apps omit the bridge and status of accounts and the network of chats', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.784' });
  const [account] = await sdk4(sandbox).accounts.list();
  expect(account).not.toHaveProperty('bridge');
  expect(await sdk4(sandbox).chats.retrieve(seedChatIDs.kishan)).not.toHaveProperty('network');
  sandbox.appVersion = '4.2.785';
  expect((await sdk5(sandbox).accounts.list())[0]).toMatchObject({
    bridge: { id: 'matrix' },
    network: 'Beeper (Matrix)',
  });
  expect((await sdk5(sandbox).accounts.list())[0]).not.toHaveProperty('status');
  sandbox.appVersion = '4.3.0';
  expect((await sdk5(sandbox).accounts.list())[0]).toMatchObject({ status: 'connected' });
});
