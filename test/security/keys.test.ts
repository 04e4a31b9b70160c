import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { ReadChat, StartChat } from '../support/documents.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { startPair } from '../support/pair.ts';
import { ada, kishan, whatsapp } from '../support/people.ts';
import { paste, startProcess } from '../support/process.ts';
import { newGatewayKey } from './gatewayKey.ts';

const about = '{ beeper { sandbox } }';
const write =
  'mutation { startChat(input: { accountID: "matrix", user: { id: "@kishan:beeper.com" } }) { __typename } }';
const withKey = (key: string) => ({ headers: { 'x-gateway-key': key } });

/** Sends `query`. Resolves to the HTTP status and the code of the first error. */
async function outcomeOf(gateway: Gateway, query: string, init: RequestInit = {}) {
  const answer = await gateway.send(query, {}, init);
  const { errors } = (await answer.json()) as { errors?: { extensions: { code: string } }[] };
  return { status: answer.status, code: errors?.[0]?.extensions.code ?? null };
}

const accepted = { status: 200, code: null };
const unauthenticated = { status: 401, code: 'UNAUTHENTICATED' };

test('without GATEWAY_KEYS no key is required, and a key that is sent is ignored', async () => {
  await using pair = await startPair();
  expect(await outcomeOf(pair.gateway, about)).toEqual(accepted);
  expect(await outcomeOf(pair.gateway, about, withKey('whatever'))).toEqual(accepted);
});

test('a request without a key gets 401 with a GraphQL error, and no upstream call is made', async () => {
  await using pair = await startPair({ keys: [newGatewayKey('web').stored] });
  const answer = await pair.gateway.send(write);
  expect(answer.status).toBe(401);
  expect(answer.headers.get('www-authenticate')).toContain('x-gateway-key');
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  expect(await answer.json()).toEqual({
    errors: [
      {
        message: 'This gateway requires a key in the header x-gateway-key.',
        extensions: {
          code: 'UNAUTHENTICATED',
          retryable: false,
          remedy: expect.stringMatching(/key/),
          requestID: answer.headers.get('x-request-id'),
        },
      },
    ],
  });
  expect(pair.sandbox.calls).toEqual([]);
});

test('a key that is almost valid gets 401 and appears in neither the response nor the log', async () => {
  const { key, stored } = newGatewayKey('web');
  await using pair = await startPair({ keys: [stored] });
  const almostValid = [
    `${key}x`,
    key.slice(0, -1),
    key.toUpperCase(),
    `${key}, ${key}`,
    stored.hash.toString('hex'),
    `web:${key}`,
    'x'.repeat(8_000),
  ];
  for (const presented of almostValid) {
    const answer = await pair.gateway.send(about, {}, withKey(presented));
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain(presented);
  }
  expect(JSON.stringify(pair.gateway.log)).not.toContain(key.slice(0, -1));
});

test('the key is read only from the header x-gateway-key', async () => {
  const { key, stored } = newGatewayKey('web');
  await using pair = await startPair({ keys: [stored] });
  for (const headers of [{ authorization: `Bearer ${key}` }, { cookie: `x-gateway-key=${key}` }]) {
    expect(await outcomeOf(pair.gateway, about, { headers })).toEqual(unauthenticated);
  }
  const inURL = await fetch(`${pair.gateway.origin}/graphql?query=${about}&x-gateway-key=${key}`);
  expect(inURL.status).toBe(401);
});

test('several keys are valid at once, so that keys can be rotated without downtime', async () => {
  const [current, next, removed] = [newGatewayKey('web'), newGatewayKey('web'), newGatewayKey('web')];
  await using pair = await startPair({ keys: [current.stored, next.stored] });
  expect(await outcomeOf(pair.gateway, about, withKey(current.key))).toEqual(accepted);
  expect(await outcomeOf(pair.gateway, about, withKey(next.key))).toEqual(accepted);
  expect(await outcomeOf(pair.gateway, about, withKey(removed.key))).toEqual(unauthenticated);
});

test('every method and path requires a key, except /health and /ready', async () => {
  const { key, stored } = newGatewayKey('web');
  await using pair = await startPair({ keys: [stored], graphiql: false });
  const statusOf = async (path: string, headers = {}) =>
    (await fetch(pair.gateway.origin + path, { headers })).status;
  for (const path of [`/graphql?query=${about}`, '/graphql', '/', '/graphql/', `/x/graphql?query=${about}`])
    expect(await statusOf(path)).toBe(401);
  for (const method of ['OPTIONS', 'PUT', 'DELETE']) {
    expect((await fetch(`${pair.gateway.origin}/graphql`, { method })).status).toBe(401);
  }
  expect(await statusOf(`/graphql?query=${about}`, { 'x-gateway-key': key })).toBe(200);
  expect(await statusOf('/', { 'x-gateway-key': key })).toBe(404);
  expect(await statusOf('/health')).toBe(200);
  expect(await statusOf('/ready')).toBe(200);
});

test('the GraphiQL page requires no key, but its requests do', async () => {
  await using pair = await startPair({ keys: [newGatewayKey('web').stored], graphiql: true });
  const page = await fetch(`${pair.gateway.origin}/graphql`, { headers: { accept: 'text/html' } });
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toMatch(/^text\/html/);
  expect(await outcomeOf(pair.gateway, '{ __schema { queryType { name } } }')).toEqual(unauthenticated);
});

test('a read-only key allows queries', async () => {
  const { key, stored } = newGatewayKey('screen', { readOnly: true });
  await using pair = await startPair({ keys: [stored] });
  const { data } = await pair.gateway.query(ReadChat, { id: kishan.chatID }, withKey(key));
  expect(data?.chat?.id).toBe(kishan.chatID);
});

test('a mutation with a read-only key gets 403 and does not run', async () => {
  const [screen, web] = [newGatewayKey('screen', { readOnly: true }), newGatewayKey('web')];
  await using pair = await startPair({ keys: [screen.stored, web.stored] });
  const documents = [
    write,
    `query Read { beeper { sandbox } } ${write.replace('mutation', 'mutation Write')}`,
    `mutation Write { ...Writes } fragment Writes on Mutation { startChat(input: { accountID: "", user: { id: "x" } }) { __typename } }`,
  ];
  for (const query of documents) {
    const operationName = query.includes('Write') ? 'Write' : undefined;
    const body = JSON.stringify({ query, operationName });
    const init = { body, ...withKey(screen.key) };
    expect(await outcomeOf(pair.gateway, '', init)).toEqual({ status: 403, code: 'FORBIDDEN' });
  }
  expect(pair.sandbox.calls).toEqual([]);

  const both = JSON.stringify({ query: documents[1], operationName: 'Read' });
  expect(await outcomeOf(pair.gateway, '', { body: both, ...withKey(screen.key) })).toEqual(accepted);
  expect(await outcomeOf(pair.gateway, write, withKey(web.key))).toEqual(accepted);
  expect(pair.writes()).toHaveLength(1);
});

test('the error for a read-only key has a message and a remedy', async () => {
  const { key, stored } = newGatewayKey('screen', { readOnly: true });
  await using pair = await startPair({ keys: [stored] });
  const answer = await pair.gateway.send(write, {}, withKey(key));
  expect(await answer.json()).toEqual({
    errors: [
      {
        message: 'The key in the header x-gateway-key is read-only.',
        extensions: {
          code: 'FORBIDDEN',
          retryable: false,
          remedy: expect.stringMatching(/key that allows mutations/),
          requestID: answer.headers.get('x-request-id'),
        },
      },
    ],
  });
});

test('Beeper receives the access token of the gateway and never the key', async () => {
  const { key, stored } = newGatewayKey('web');
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, keys: [stored] });
  const input = { accountID: whatsapp, user: { id: ada.id } };
  const { data } = await gateway.query(StartChat, { input }, withKey(key));
  expect(data?.startChat?.__typename).toBe('StartChatPayload');
  expect(sandbox.calls.at(-1)?.headers.authorization).toBe(`Bearer ${sandbox.token}`);
  expect(JSON.stringify(sandbox.calls)).not.toContain(key);
  expect(JSON.stringify(sandbox.calls)).not.toContain('x-gateway-key');
});

test('the log has the name of the key holder, but neither the key nor its hash', async () => {
  const { key, stored } = newGatewayKey('kitchen-screen');
  await using pair = await startPair({ keys: [stored] });
  pair.sandbox.next('GET /v1/chats/{chatID}', { status: 500 });
  await pair.gateway.query(ReadChat, { id: 'nobody' }, withKey(key));
  expect(pair.gateway.log).toContainEqual(expect.objectContaining({ keyHolder: 'kitchen-screen' }));
  expect(JSON.stringify(pair.gateway.log)).not.toContain(key);
  expect(JSON.stringify(pair.gateway.log)).not.toContain(stored.hash.toString('hex'));
});

test('with an access token and a HOST that is not loopback, the gateway starts only with keys, and requires them', async () => {
  await using sandbox = await startSandbox();
  const env = { BEEPER_URL: sandbox.url, BEEPER_ACCESS_TOKEN: sandbox.token, HOST: '0.0.0.0' };
  await using open = await startProcess(env);
  expect(await open.ends()).toEqual({ code: 1, signal: null });
  expect(open.stderr).toMatch(/HOST must be a loopback address .* while BEEPER_ACCESS_TOKEN .* GATEWAY_KEYS/);

  const [web, screen] = [newGatewayKey('web'), newGatewayKey('screen', { readOnly: true })];
  await using guarded = await startProcess({ ...env, GATEWAY_KEYS: `${web.entry},${screen.entry}` });
  const { port } = new URL(await guarded.origin());
  const send = (headers: Record<string, string>) =>
    fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: write }),
    });
  expect((await send({})).status).toBe(401);
  expect((await send({ 'x-gateway-key': screen.key })).status).toBe(403);
  expect(await (await send({ 'x-gateway-key': web.key })).json()).toMatchObject({ data: { startChat: {} } });
});

test('the printed curl command sends the key, and uses 127.0.0.1 if HOST is a wildcard', async () => {
  const { key, entry } = newGatewayKey('web');
  await using gateway = await startProcess({ GATEWAY_KEYS: entry, HOST: '0.0.0.0' });
  expect(await gateway.origin()).toMatch(/^http:\/\/127\.0\.0\.1:/);
  await gateway.prints(/curl .*\n/);
  const line = /^curl .*$/m.exec(gateway.stdout)?.[0] ?? '';
  await using curl = paste(line, { X_GATEWAY_KEY: key });
  await curl.ends();
  expect(JSON.parse(curl.stdout)).toMatchObject({ data: { startChat: { __typename: 'StartChatPayload' } } });
  expect(gateway.stdout).not.toContain(key);
});
