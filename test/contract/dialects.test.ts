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

test('the version is requested once, before the first write, and kept', async () => {
  await using pair = await startPair({ dialect: 'union' });

  await pair.gateway.query(StartChat, start);
  await pair.gateway.query(StartChat, start);

  expect(paths(pair)).toEqual(['/v1/info', '/v1/chats', '/v1/chats']);
});

test('twenty concurrent writes request the version once', async () => {
  await using pair = await startPair();

  await Promise.all(Array.from({ length: 20 }, () => pair.gateway.query(StartChat, start)));

  expect(paths(pair).filter((path) => path === '/v1/info')).toHaveLength(1);
  expect(pair.writes()).toHaveLength(20);
});

test('the version is requested without the caller’s token', async () => {
  await using pair = await startPair();

  await pair.gateway.query(StartChat, start);

  expect(pair.sandbox.calls[0]).toMatchObject({ path: '/v1/info' });
  expect(pair.sandbox.calls[0]?.headers.authorization).toBeUndefined();
});

test('a new version in the version header makes the gateway request the version again', async () => {
  await using pair = await startPair({ dialect: 'union' });
  await pair.gateway.query(StartChat, start);
  pair.sandbox.appVersion = '4.3.73';

  await pair.gateway.query(CreateChat, create);
  const { data } = await pair.gateway.query(StartChat, start);

  expect(data?.startChat).toMatchObject({ __typename: 'StartChatPayload' });
  expect(paths(pair)).toEqual(['/v1/info', '/v1/chats', '/v1/chats', '/v1/info', '/v1/chats/start']);
});

test('the version is requested again after a connection failure', async () => {
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

test('an app without /v1/info is create-only, and the version is not requested again', async () => {
  await using pair = await startPair({ dialect: 'create-only' });

  await pair.gateway.query(CreateChat, create);
  await pair.gateway.query(CreateChat, create);

  expect(paths(pair)).toEqual(['/v1/info', '/v1/chats', '/v1/chats']);
  expect(pair.writes()[0]?.json).not.toHaveProperty('mode');
});

for (const [what, body] of [
  ['no version', { app: { name: 'Beeper' } }],
  ['an invalid version', { app: { name: 'Beeper', version: 'nightly' } }],
  ['an unreadable body', 'hello'],
] as const) {
  test(`an app that sends ${what} counts as the newest dialect`, async () => {
    await using pair = await startPair();
    pair.sandbox.always('GET /v1/info', { status: 200, body, headers: { 'x-beeper-desktop-version': '' } });

    const { data } = await pair.gateway.query(StartChat, start);

    expect(data?.startChat).toMatchObject({ __typename: 'StartChatPayload' });
    expect(pair.writes().map(({ path }) => path)).toEqual(['/v1/chats/start']);
  });
}

for (const fault of [{ status: 500 }, { status: 401 }, { hang: true }, { reset: 'after' }] as const) {
  test(`nothing is written while the version is unknown: ${JSON.stringify(fault)}`, async () => {
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

test('createChat on a server with another name uses the form that all dialects share', async () => {
  await using pair = await startPair({ dialect: 'union', appName: 'Parlour' });

  const { data } = await pair.gateway.query(CreateChat, create);

  expect(data?.createChat).toMatchObject({ __typename: 'CreateChatPayload' });
  expect(pair.writes().map(({ json }) => json)).toEqual([
    { accountID: whatsapp, participantIDs: [ada.id], type: 'single' },
  ]);
});

test('startChat on a server with another name is unsupported, and the remedy names the setting', async () => {
  await using pair = await startPair({ dialect: 'union', appName: 'Parlour' });

  const { data } = await pair.gateway.query(StartChat, start);

  expect(data?.startChat).toMatchObject({
    __typename: 'BeeperUnsupportedError',
    requiredVersion: null,
    remedy: expect.stringContaining('BEEPER_API'),
  });
  expect(pair.writes()).toEqual([]);
});

test('a pinned dialect is used without a request for the version, on a server of any name', async () => {
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
  test(`beeper returns the version and the dialect ${name}`, async () => {
    await using pair = await startPair({ dialect });

    const { data } = await pair.gateway.query(AboutBeeper, {});

    expect(data?.beeper).toEqual({ appVersion, dialect: name, sandbox: true, reachable: true });
  });
}

test('beeper returns nulls, not an error, if Beeper can’t be reached', async () => {
  await using pair = await startPair();
  await pair.sandbox.close();

  const { data, errors } = await pair.gateway.query(AboutBeeper, {});

  expect(errors).toBeUndefined();
  expect(data?.beeper).toEqual({ appVersion: null, dialect: null, sandbox: true, reachable: false });
});

test('beeper makes no call for fields that the gateway knows itself', async () => {
  await using pair = await startPair({ api: 'split' });

  const answer = await pair.gateway.send('{ beeper { sandbox dialect } }');

  expect((await answer.json()).data).toEqual({ beeper: { sandbox: true, dialect: 'SPLIT' } });
  expect(paths(pair)).toEqual([]);
});
