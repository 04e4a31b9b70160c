import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { ReadChat, StartChat } from '../support/documents.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { startPair } from '../support/pair.ts';
import { ada, kishan, whatsapp } from '../support/people.ts';
import { paste, startProcess } from '../support/process.ts';
import { aKey } from './aKey.ts';

const about = '{ beeper { sandbox } }';
const write =
  'mutation { startChat(input: { accountID: "matrix", user: { id: "@kishan:beeper.com" } }) { __typename } }';
const withKey = (key: string) => ({ headers: { 'x-gateway-key': key } });

/** The status, and the one error, of what is sent with and without a key. */
async function verdict(gateway: Gateway, query: string, init: RequestInit = {}) {
  const answer = await gateway.send(query, {}, init);
  const { errors } = (await answer.json()) as { errors?: { extensions: { code: string } }[] };
  return { status: answer.status, code: errors?.[0]?.extensions.code ?? null };
}

const admitted = { status: 200, code: null };
const turnedAway = { status: 401, code: 'UNAUTHENTICATED' };

test('Where there are no keys, none is asked for, and one that comes is not looked at', async () => {
  await using pair = await startPair();
  expect(await verdict(pair.gateway, about)).toEqual(admitted);
  expect(await verdict(pair.gateway, about, withKey('whatever'))).toEqual(admitted);
});

test('A caller without a key is 401 in the form of GraphQL’s errors, and Beeper is not asked', async () => {
  await using pair = await startPair({ keys: [aKey('web').kept] });
  const answer = await pair.gateway.send(write);
  expect(answer.status).toBe(401);
  expect(answer.headers.get('www-authenticate')).toContain('x-gateway-key');
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  expect(await answer.json()).toEqual({
    errors: [
      {
        message: 'This gateway asks for a key, in the header x-gateway-key.',
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

test('What is nearly a key is 401, and is repeated nowhere', async () => {
  const { key, kept } = aKey('web');
  await using pair = await startPair({ keys: [kept] });
  const near = [
    `${key}x`,
    key.slice(0, -1),
    key.toUpperCase(),
    `${key}, ${key}`,
    kept.hash.toString('hex'),
    `web:${key}`,
    'x'.repeat(8_000),
  ];
  for (const presented of near) {
    const answer = await pair.gateway.send(about, {}, withKey(presented));
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain(presented);
  }
  expect(JSON.stringify(pair.gateway.log)).not.toContain(key.slice(0, -1));
});

test('The key counts in its own header only', async () => {
  const { key, kept } = aKey('web');
  await using pair = await startPair({ keys: [kept] });
  for (const headers of [{ authorization: `Bearer ${key}` }, { cookie: `x-gateway-key=${key}` }]) {
    expect(await verdict(pair.gateway, about, { headers })).toEqual(turnedAway);
  }
  const inURL = await fetch(`${pair.gateway.origin}/graphql?query=${about}&x-gateway-key=${key}`);
  expect(inURL.status).toBe(401);
});

test('Several keys are good at a time, so that one can be changed while callers go on', async () => {
  const [old, fresh, gone] = [aKey('web'), aKey('web'), aKey('web')];
  await using pair = await startPair({ keys: [old.kept, fresh.kept] });
  expect(await verdict(pair.gateway, about, withKey(old.key))).toEqual(admitted);
  expect(await verdict(pair.gateway, about, withKey(fresh.key))).toEqual(admitted);
  expect(await verdict(pair.gateway, about, withKey(gone.key))).toEqual(turnedAway);
});

test('GET needs a key as POST does, and so does any other path but those of health', async () => {
  const { key, kept } = aKey('web');
  await using pair = await startPair({ keys: [kept], graphiql: false });
  const ask = async (path: string, headers = {}) =>
    (await fetch(pair.gateway.origin + path, { headers })).status;
  for (const path of [`/graphql?query=${about}`, '/graphql', '/', '/graphql/', `/x/graphql?query=${about}`])
    expect(await ask(path)).toBe(401);
  for (const method of ['OPTIONS', 'PUT', 'DELETE']) {
    expect((await fetch(`${pair.gateway.origin}/graphql`, { method })).status).toBe(401);
  }
  expect(await ask(`/graphql?query=${about}`, { 'x-gateway-key': key })).toBe(200);
  expect(await ask('/', { 'x-gateway-key': key })).toBe(404);
  expect(await ask('/health')).toBe(200);
  expect(await ask('/ready')).toBe(200);
});

test('GraphiQL’s page comes without a key; what it sends needs one', async () => {
  await using pair = await startPair({ keys: [aKey('web').kept], graphiql: true });
  const page = await fetch(`${pair.gateway.origin}/graphql`, { headers: { accept: 'text/html' } });
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toMatch(/^text\/html/);
  expect(await verdict(pair.gateway, '{ __schema { queryType { name } } }')).toEqual(turnedAway);
});

test('A key for reading reads', async () => {
  const { key, kept } = aKey('screen', { readOnly: true });
  await using pair = await startPair({ keys: [kept] });
  const { data } = await pair.gateway.query(ReadChat, { id: kishan.chatID }, withKey(key));
  expect(data?.chat?.id).toBe(kishan.chatID);
});

test('A mutation with a key for reading is 403, and nothing of it is done', async () => {
  const [screen, web] = [aKey('screen', { readOnly: true }), aKey('web')];
  await using pair = await startPair({ keys: [screen.kept, web.kept] });
  const documents = [
    write,
    `query Read { beeper { sandbox } } ${write.replace('mutation', 'mutation Write')}`,
    `mutation Write { ...Writes } fragment Writes on Mutation { startChat(input: { accountID: "", user: { id: "x" } }) { __typename } }`,
  ];
  for (const query of documents) {
    const operationName = query.includes('Write') ? 'Write' : undefined;
    const body = JSON.stringify({ query, operationName });
    const init = { body, ...withKey(screen.key) };
    expect(await verdict(pair.gateway, '', init)).toEqual({ status: 403, code: 'FORBIDDEN' });
  }
  expect(pair.sandbox.calls).toEqual([]);

  const both = JSON.stringify({ query: documents[1], operationName: 'Read' });
  expect(await verdict(pair.gateway, '', { body: both, ...withKey(screen.key) })).toEqual(admitted);
  expect(await verdict(pair.gateway, write, withKey(web.key))).toEqual(admitted);
  expect(pair.writes()).toHaveLength(1);
});

test('What is refused for a key for reading says why, and what helps', async () => {
  const { key, kept } = aKey('screen', { readOnly: true });
  await using pair = await startPair({ keys: [kept] });
  const answer = await pair.gateway.send(write, {}, withKey(key));
  expect(await answer.json()).toEqual({
    errors: [
      {
        message: 'The key in the header x-gateway-key is only for reading.',
        extensions: {
          code: 'FORBIDDEN',
          retryable: false,
          remedy: expect.stringMatching(/key that may write/),
          requestID: answer.headers.get('x-request-id'),
        },
      },
    ],
  });
});

test('The key opens the gateway only: Beeper gets the gateway’s token, and never the key', async () => {
  const { key, kept } = aKey('web');
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, keys: [kept] });
  const input = { accountID: whatsapp, user: { id: ada.id } };
  const { data } = await gateway.query(StartChat, { input }, withKey(key));
  expect(data?.startChat?.__typename).toBe('StartChatPayload');
  expect(sandbox.calls.at(-1)?.headers.authorization).toBe(`Bearer ${sandbox.token}`);
  expect(JSON.stringify(sandbox.calls)).not.toContain(key);
  expect(JSON.stringify(sandbox.calls)).not.toContain('x-gateway-key');
});

test('The log names the caller, and holds neither the key nor its hash', async () => {
  const { key, kept } = aKey('kitchen-screen');
  await using pair = await startPair({ keys: [kept] });
  pair.sandbox.next('GET /v1/chats/{chatID}', { status: 500 });
  await pair.gateway.query(ReadChat, { id: 'nobody' }, withKey(key));
  expect(pair.gateway.log).toContainEqual(expect.objectContaining({ caller: 'kitchen-screen' }));
  expect(JSON.stringify(pair.gateway.log)).not.toContain(key);
  expect(JSON.stringify(pair.gateway.log)).not.toContain(kept.hash.toString('hex'));
});

test('With a token and a HOST that others reach, the gateway starts with keys only, and asks for them', async () => {
  await using sandbox = await startSandbox();
  const env = { BEEPER_URL: sandbox.url, BEEPER_ACCESS_TOKEN: sandbox.token, HOST: '0.0.0.0' };
  await using open = await startProcess(env);
  expect(await open.ends()).toEqual({ code: 1, signal: null });
  expect(open.stderr).toMatch(/HOST must be a loopback address .* while BEEPER_ACCESS_TOKEN .* GATEWAY_KEYS/);

  const [web, screen] = [aKey('web'), aKey('screen', { readOnly: true })];
  await using guarded = await startProcess({ ...env, GATEWAY_KEYS: `${web.entry},${screen.entry}` });
  const { port } = new URL(await guarded.origin());
  const ask = (headers: Record<string, string>) =>
    fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: write }),
    });
  expect((await ask({})).status).toBe(401);
  expect((await ask({ 'x-gateway-key': screen.key })).status).toBe(403);
  expect(await (await ask({ 'x-gateway-key': web.key })).json()).toMatchObject({ data: { startChat: {} } });
});

test('Its curl line brings the key along, and reaches it by a name of its own', async () => {
  const { key, entry } = aKey('web');
  await using gateway = await startProcess({ GATEWAY_KEYS: entry, HOST: '0.0.0.0' });
  expect(await gateway.origin()).toMatch(/^http:\/\/127\.0\.0\.1:/);
  await gateway.prints(/curl .*\n/);
  const line = /^curl .*$/m.exec(gateway.stdout)?.[0] ?? '';
  await using curl = paste(line, { X_GATEWAY_KEY: key });
  await curl.ends();
  expect(JSON.parse(curl.stdout)).toMatchObject({ data: { startChat: { __typename: 'StartChatPayload' } } });
  expect(gateway.stdout).not.toContain(key);
});
