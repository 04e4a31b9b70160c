import { expect, test, vi } from 'vitest';
import { type Fault, startSandbox } from '../../src/sandbox/index.ts';
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
    // A probe that hangs is shared for three seconds.
    const next = await vi.waitFor(
      async () => {
        const { data } = await pair.gateway.query(StartChat, start);
        expect(data?.startChat?.__typename).not.toBe('BeeperUnavailableError');
        return data;
      },
      { timeout: 5_000, interval: 100 },
    );

    expect(failed.data?.startChat).toMatchObject({ __typename: 'BeeperUnavailableError', retryable: true });
    expect(writesThen).toBe(0);
    expect(next?.startChat).toMatchObject({ __typename: 'StartChatPayload' });
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

const unknown = { appName: null, appVersion: null, dialect: null, reachable: false };

for (const [dialect, name, appVersion] of [
  ['create-only', 'CREATE_ONLY', '4.2.500'],
  ['union', 'UNION', '4.2.600'],
  ['split', 'SPLIT', '4.3.73'],
] as const) {
  test(`beeper returns the version and the dialect ${name}`, async () => {
    await using pair = await startPair({ dialect });

    const { data } = await pair.gateway.query(AboutBeeper, {});

    const appName = dialect === 'create-only' ? null : 'Beeper';
    expect(data?.beeper).toEqual({ appName, appVersion, dialect: name, sandbox: true, reachable: true });
  });
}

test('beeper returns nulls, not an error, if Beeper can’t be reached', async () => {
  await using pair = await startPair();
  await pair.sandbox.close();

  const { data, errors } = await pair.gateway.query(AboutBeeper, {});

  expect(errors).toBeUndefined();
  expect(data?.beeper).toEqual({ ...unknown, sandbox: true });
});

test('beeper names another program that serves the API, and its version', async () => {
  await using pair = await startPair({ appName: 'Parlour' });

  const { data } = await pair.gateway.query(AboutBeeper, {});

  expect(data?.beeper).toMatchObject({ appName: 'Parlour', appVersion: '4.3.73', dialect: null });
});

test('an old app without a version header is create-only, because its accounts require a token', async () => {
  await using pair = await startPair({ appVersion: '4.1.200' });

  const { data } = await pair.gateway.query(CreateChat, create);

  expect(data?.createChat).toMatchObject({ __typename: 'CreateChatPayload' });
  expect(paths(pair)).toEqual(['/v1/info', '/v1/accounts', '/v1/chats']);
  expect(pair.sandbox.calls[1]?.headers.authorization).toBeUndefined();
});

for (const [what, answer] of [
  ['a plain 404', { status: 404, body: '<h1>Not Found</h1>', headers: { 'content-type': 'text/html' } }],
  ['a 404 in JSON', { status: 404, body: { error: 'Not Found' } }],
  ['a 404 of a web framework', { status: 404, body: { statusCode: 404, error: 'Not Found', message: 'x' } }],
  ['a page', { html: true }],
  ['a JSON that names no app', { status: 200, body: { ok: true } }],
  ['a sign-in of a proxy', { status: 401, body: 'Unauthorized' }],
  ['a refusal of a proxy', { status: 403, body: 'Forbidden' }],
  ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:9/' }, body: '' }],
] as const satisfies [string, Fault][]) {
  test(`what answers GET /v1/info with ${what} is not Beeper: no dialect, and nothing is written`, async () => {
    await using pair = await startPair({ appVersion: '4.1.200' });
    const fault = { ...answer };
    for (const route of ['GET /v1/info', 'GET /v1/accounts'] as const) pair.sandbox.always(route, fault);

    const { data } = await pair.gateway.query(AboutBeeper, {});
    const results = [
      (await pair.gateway.query(CreateChat, create)).data?.createChat,
      (await pair.gateway.query(StartChat, start)).data?.startChat,
    ];

    expect(data?.beeper).toEqual({ ...unknown, sandbox: true });
    for (const result of results) {
      expect(result).toMatchObject({
        __typename: 'BeeperUnavailableError',
        message: expect.stringContaining('not Beeper’s API'),
        remedy: expect.stringContaining('BEEPER_URL'),
      });
    }
    expect(pair.writes()).toEqual([]);
    expect(pair.sandbox.calls.filter(({ headers }) => headers.authorization)).toEqual([]);
  });
}

test('beeper makes no call for fields that the gateway knows itself', async () => {
  await using pair = await startPair({ api: 'split' });

  const answer = await pair.gateway.send('{ beeper { sandbox dialect } }');

  expect((await answer.json()).data).toEqual({ beeper: { sandbox: true, dialect: 'SPLIT' } });
  expect(paths(pair)).toEqual([]);
});
