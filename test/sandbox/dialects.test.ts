import { expect, test } from 'vitest';
import { LANDMARKS, startSandbox } from '../../src/sandbox/index.ts';
import { ADA, ask, sdk4, sdk5, WHATSAPP } from './clients.ts';

const kishan = { accountID: 'matrix', user: { id: '@kishan:beeper.com' } };
const withAda = { accountID: WHATSAPP, type: 'single' as const, participantIDs: [ADA] };

test('A split app answers createChat with the whole chat and without a status', async () => {
  await using sandbox = await startSandbox();
  const chat = await sdk5(sandbox).chats.create(withAda);
  expect(chat).toMatchObject({ accountID: WHATSAPP, network: 'WhatsApp', title: 'Ada', type: 'single' });
  expect(chat.chatID).toBe(chat.id);
  expect(chat).not.toHaveProperty('status');
});

test('A split app answers startChat with the whole chat and a status', async () => {
  await using sandbox = await startSandbox();
  const chat = await sdk5(sandbox).chats.start(kishan);
  expect(chat).toMatchObject({
    id: LANDMARKS.kishan,
    chatID: LANDMARKS.kishan,
    status: 'existing',
    title: 'Kishan',
  });
});

test('A split app takes mode for an unknown field, so a start in the old form fails validation', async () => {
  await using sandbox = await startSandbox();
  const answer = await ask(sandbox, '/v1/chats', { mode: 'start', ...kishan });
  expect(answer.status).toBe(400);
  expect(answer.json).toMatchObject({
    code: 'VALIDATION_ERROR',
    details: { issues: [{ path: ['body', 'type'] }, { path: ['body', 'participantIDs'] }] },
  });
});

test('A union app gives exactly the answer of the API document for a start', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.600' });
  const answer = await ask(sandbox, '/v1/chats', { mode: 'start', ...kishan });
  expect(answer.text).toBe('{"chatID":"!NCdzlIaMjZUmvmvyHU:beeper.com","status":"existing"}');
});

test.each([{}, { mode: 'create' }])('A union app answers a create (%j) with the ID alone', async (mode) => {
  await using sandbox = await startSandbox({ appVersion: '4.2.807' });
  const answer = await ask(sandbox, '/v1/chats', { ...mode, ...withAda });
  expect(answer.json).toEqual({ chatID: expect.any(String) });
  expect(sandbox.chats.has((answer.json as { chatID: string }).chatID)).toBe(true);
});

test('A union app refuses a mode that it does not know', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.557' });
  const answer = await ask(sandbox, '/v1/chats', { mode: 'begin', ...withAda });
  expect(answer.status).toBe(400);
  expect(answer.json).toMatchObject({ details: { issues: [{ path: ['body', 'mode'] }] } });
});

test('A create-only app answers createChat with the ID alone, as the SDK of its time has it', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.500' });
  const answer = await sdk4(sandbox).chats.create(withAda);
  expect(answer).toEqual({ chatID: expect.any(String) });
});

test('A create-only app ignores mode, so a start fails validation', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.556' });
  expect((await ask(sandbox, '/v1/chats', { mode: 'start', ...kishan })).status).toBe(400);
});

test.each([
  ['4.2.500', '/v1/info', undefined],
  ['4.2.500', '/v1/chats/start', kishan],
  ['4.2.600', '/v1/chats/start', kishan],
  ['4.2.808', '/v1/accounts/matrix', undefined],
  ['4.3.73', '/v1/elsewhere', undefined],
])('App %s answers %s, which it lacks, with a 404 that is not JSON', async (appVersion, path, body) => {
  await using sandbox = await startSandbox({ appVersion });
  const answer = await ask(sandbox, path, body);
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
  expect(answer.json).toBeUndefined();
});

test('A route that the app lacks is a 404 without a token too', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.500' });
  expect((await fetch(`${sandbox.url}/v1/info`)).status).toBe(404);
});

test('The app updates itself while it runs: version, header and dialect follow', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.600' });
  const client = sdk5(sandbox);
  expect((await client.info.retrieve()).app.version).toBe('4.2.600');
  sandbox.appVersion = '4.3.73';
  sandbox.appName = 'Another server';
  expect((await client.info.retrieve()).app).toMatchObject({ version: '4.3.73', name: 'Another server' });
  const { data, response } = await client.chats.start(kishan).withResponse();
  expect(data.id).toBe(LANDMARKS.kishan);
  expect(response.headers.get('x-beeper-desktop-version')).toBe('4.3.73');
});

test('The version header is on errors too, and on no answer of an app before 4.1.239', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.600' });
  expect((await fetch(`${sandbox.url}/v1/chats`)).headers.get('x-beeper-desktop-version')).toBe('4.2.600');
  sandbox.appVersion = '4.1.238';
  expect((await ask(sandbox, '/v1/chats')).headers.get('x-beeper-desktop-version')).toBeNull();
});

test('Older apps leave fields out: bridge before 4.2.785, network of a chat before 4.2.808', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.784' });
  const [account] = await sdk4(sandbox).accounts.list();
  expect(account).not.toHaveProperty('bridge');
  expect(await sdk4(sandbox).chats.retrieve(LANDMARKS.kishan)).not.toHaveProperty('network');
  sandbox.appVersion = '4.2.785';
  expect((await sdk5(sandbox).accounts.list())[0]).toMatchObject({
    bridge: { id: 'matrix' },
    network: 'Beeper (Matrix)',
  });
  expect((await sdk5(sandbox).accounts.list())[0]).not.toHaveProperty('status');
  sandbox.appVersion = '4.3.0';
  expect((await sdk5(sandbox).accounts.list())[0]).toMatchObject({ status: 'connected' });
});
