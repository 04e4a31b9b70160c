import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { AboutBeeper, CreateChat, StartChat } from '../support/documents.ts';
import { startGateway } from '../support/gateway.ts';
import { startPair } from '../support/pair.ts';
import { ada, grace, whatsapp } from '../support/people.ts';

const start = { input: { accountID: whatsapp, user: { id: grace.id } } };
const create = { input: { single: { accountID: whatsapp, participantID: ada.id } } };

type Pair = Awaited<ReturnType<typeof startPair>>;
const paths = ({ sandbox }: Pair) => sandbox.calls.map(({ path }) => path);

test('the version is asked once, before the first write, and kept', async () => {
  await using pair = await startPair({ dialect: 'union' });

  await pair.gateway.query(StartChat, start);
  await pair.gateway.query(StartChat, start);

  expect(paths(pair)).toEqual(['/v1/info', '/v1/chats', '/v1/chats']);
});

test('the version is asked once by twenty writes at a time', async () => {
  await using pair = await startPair();

  await Promise.all(Array.from({ length: 20 }, () => pair.gateway.query(StartChat, start)));

  expect(paths(pair).filter((path) => path === '/v1/info')).toHaveLength(1);
  expect(pair.writes()).toHaveLength(20);
});

test('the version is asked without the caller’s token', async () => {
  await using pair = await startPair();

  await pair.gateway.query(StartChat, start);

  expect(pair.sandbox.calls[0]).toMatchObject({ path: '/v1/info' });
  expect(pair.sandbox.calls[0]?.headers.authorization).toBeUndefined();
});

test('an app that updates itself is noticed by its version header, and spoken to anew', async () => {
  await using pair = await startPair({ dialect: 'union' });
  await pair.gateway.query(StartChat, start);
  pair.sandbox.appVersion = '4.3.73';

  await pair.gateway.query(CreateChat, create);
  const { data } = await pair.gateway.query(StartChat, start);

  expect(data?.startChat).toMatchObject({ __typename: 'StartChatPayload' });
  expect(paths(pair)).toEqual(['/v1/info', '/v1/chats', '/v1/chats', '/v1/info', '/v1/chats/start']);
});

test('the version is asked anew after a connection failure', async () => {
  const sandbox = await startSandbox({ appVersion: '4.2.600' });
  await using gateway = await startGateway({ beeper: sandbox.url });
  await gateway.query(StartChat, start);
  await sandbox.close();
  await gateway.query(StartChat, start);
  await using updated = await startSandbox({ port: Number(new URL(sandbox.url).port) });

  const { data } = await gateway.query(StartChat, start);

  expect(data?.startChat).toMatchObject({ __typename: 'StartChatPayload' });
  expect(updated.calls.map(({ path }) => path)).toEqual(['/v1/info', '/v1/chats/start']);
});

test('an app without /v1/info is older than it, and is not asked again', async () => {
  await using pair = await startPair({ dialect: 'create-only' });

  await pair.gateway.query(CreateChat, create);
  await pair.gateway.query(CreateChat, create);

  expect(paths(pair)).toEqual(['/v1/info', '/v1/chats', '/v1/chats']);
  expect(pair.writes()[0]?.json).not.toHaveProperty('mode');
});

for (const [what, body] of [
  ['no version', { app: { name: 'Beeper' } }],
  ['a version that is none', { app: { name: 'Beeper', version: 'nightly' } }],
  ['nothing that can be read', 'hello'],
] as const) {
  test(`an app that tells ${what} is taken for a new one`, async () => {
    await using pair = await startPair();
    pair.sandbox.always('GET /v1/info', { status: 200, body, headers: { 'x-beeper-desktop-version': '' } });

    const { data } = await pair.gateway.query(StartChat, start);

    expect(data?.startChat).toMatchObject({ __typename: 'StartChatPayload' });
    expect(pair.writes().map(({ path }) => path)).toEqual(['/v1/chats/start']);
  });
}

for (const fault of [{ status: 500 }, { status: 401 }, { hang: true }, { reset: 'after' }] as const) {
  test(`nothing is written while the version is not known: ${JSON.stringify(fault)}`, async () => {
    await using pair = await startPair({ timeoutMs: 1_000 });
    pair.sandbox.always('GET /v1/info', fault);

    const failed = await pair.gateway.query(StartChat, start);
    const writesThen = pair.writes().length;
    pair.sandbox.always('GET /v1/info', null);
    const next = await pair.gateway.query(StartChat, start);

    expect(failed.data?.startChat).toMatchObject({ __typename: 'BeeperUnavailableError', retryable: true });
    expect(writesThen).toBe(0);
    expect(next.data?.startChat).toMatchObject({ __typename: 'StartChatPayload' });
  });
}

test('a server of another name creates chats in the form that all dialects share', async () => {
  await using pair = await startPair({ dialect: 'union', appName: 'Parlour' });

  const { data } = await pair.gateway.query(CreateChat, create);

  expect(data?.createChat).toMatchObject({ __typename: 'CreateChatPayload' });
  expect(pair.writes().map(({ json }) => json)).toEqual([
    { accountID: whatsapp, participantIDs: [ada.id], type: 'single' },
  ]);
});

test('a server of another name can’t be started on, and the remedy names the setting', async () => {
  await using pair = await startPair({ dialect: 'union', appName: 'Parlour' });

  const { data } = await pair.gateway.query(StartChat, start);

  expect(data?.startChat).toMatchObject({
    __typename: 'BeeperUnsupportedError',
    requiredVersion: null,
    remedy: expect.stringContaining('BEEPER_API'),
  });
  expect(pair.writes()).toEqual([]);
});

test('a pinned dialect is spoken without asking, to a server of any name', async () => {
  await using pair = await startPair({ dialect: 'union', appName: 'Parlour', api: 'union' });

  const { data } = await pair.gateway.query(StartChat, start);

  expect(data?.startChat).toMatchObject({ __typename: 'StartChatPayload' });
  expect(paths(pair)).toEqual(['/v1/chats']);
});

for (const [dialect, name, appVersion] of [
  ['create-only', 'CREATE_ONLY', '4.2.500'],
  ['union', 'UNION', '4.2.600'],
  ['split', 'SPLIT', '4.3.73'],
] as const) {
  test(`beeper tells the version and the dialect ${name}`, async () => {
    await using pair = await startPair({ dialect });

    const { data } = await pair.gateway.query(AboutBeeper, {});

    expect(data?.beeper).toEqual({ appVersion, dialect: name, sandbox: true, reachable: true });
  });
}

test('beeper is an answer also when it can’t be reached', async () => {
  await using pair = await startPair();
  await pair.sandbox.close();

  const { data, errors } = await pair.gateway.query(AboutBeeper, {});

  expect(errors).toBeUndefined();
  expect(data?.beeper).toEqual({ appVersion: null, dialect: null, sandbox: true, reachable: false });
});

test('beeper asks nothing for what the gateway knows by itself', async () => {
  await using pair = await startPair({ api: 'split' });

  const answer = await pair.gateway.send('{ beeper { sandbox dialect } }');

  expect((await answer.json()).data).toEqual({ beeper: { sandbox: true, dialect: 'SPLIT' } });
  expect(paths(pair)).toEqual([]);
});
