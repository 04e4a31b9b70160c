import { readFile } from 'node:fs/promises';
import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { newGatewayKey } from '../security/gatewayKey.ts';
import { rawRequest } from '../security/rawRequest.ts';
import { type Pair, startPair } from '../support/pair.ts';

interface Options {
  readonly defaultHeaders: string;
  readonly defaultTabs: readonly { readonly query: string; readonly variables?: string }[];
}

/** The options in the script of the page that GraphiQL starts with. */
async function optionsOf({ gateway }: Pair): Promise<Options> {
  const page = await fetch(`${gateway.origin}/graphql`, { headers: { accept: 'text/html' } });
  const script = (await page.text()).split('YogaGraphiQL.renderYogaGraphiQL(').at(-1) ?? '';
  const [, json = ''] =
    /^\s*window\.document\.querySelector\('#root'\),\s*(\{.*\}),\s*\);/.exec(script) ?? [];
  return JSON.parse(json);
}

const nameOf = (query: string) => getOperationAST(parse(query))?.name?.value;

test('GraphiQL does not store headers in the browser', async () => {
  await using pair = await startPair({ graphiql: true });

  // Its own default is to store them.
  expect(await optionsOf(pair)).toMatchObject({ shouldPersistHeaders: false });
});

test('GraphiQL starts with a header for the gateway key only if one is required', async () => {
  await using open = await startPair({ graphiql: true });
  await using guarded = await startPair({ graphiql: true, keys: [newGatewayKey('web').stored] });

  expect(JSON.parse((await optionsOf(open)).defaultHeaders)).toEqual({});
  expect(JSON.parse((await optionsOf(guarded)).defaultHeaders)).toEqual({
    'x-gateway-key': 'YOUR_GATEWAY_KEY',
  });
});

test('GraphiQL starts with a header for a token only if the gateway has none', async () => {
  await using pair = await startPair({ graphiql: true, sandbox: false });
  await using withoutToken = await startPair({ graphiql: true, sandbox: false, accessToken: null });

  expect(JSON.parse((await optionsOf(pair)).defaultHeaders)).toEqual({});
  expect(JSON.parse((await optionsOf(withoutToken)).defaultHeaders)).toEqual({
    authorization: 'Bearer YOUR_BEEPER_ACCESS_TOKEN',
  });
});

test('on the sandbox the tabs read first, and each one works unchanged', async () => {
  await using pair = await startPair({ graphiql: true });
  const { defaultTabs } = await optionsOf(pair);

  expect(defaultTabs.map(({ query }) => nameOf(query))).toEqual([
    'Accounts',
    'Inbox',
    'InboxWithUnread',
    'Search',
    'ChatEvents',
    'Contacts',
    'PicturesAndFiles',
    'CreateSingle',
    'CreateGroup',
    'StartByPhone',
    'StartByContact',
    'Send',
    'React',
    'CreateUpload',
    'Failure',
  ]);
  for (const { query, variables = '{}' } of defaultTabs) {
    if (nameOf(query) === 'ChatEvents') continue;
    const answer = await pair.gateway.send(query, JSON.parse(variables));
    const { data, errors } = (await answer.json()) as { data: Record<string, unknown>; errors?: unknown };
    expect(errors, query).toBeUndefined();
    const [value] = Object.values(data);
    const isResult = typeof value === 'object' && value !== null && '__typename' in value;
    if (isResult && nameOf(query) !== 'Failure') expect(value.__typename).toMatch(/Payload$/);
    else expect(value, query).toBeTruthy();
  }
});

test('on a real Beeper the tabs read first, name nothing of the sandbox, and reach nobody unchanged', async () => {
  await using pair = await startPair({ graphiql: true, sandbox: false });
  const { defaultTabs } = await optionsOf(pair);
  const schema = buildSchema(await readFile(new URL('../../schema.graphql', import.meta.url), 'utf8'));

  expect(defaultTabs.map(({ query }) => nameOf(query))).toEqual([
    'Accounts',
    'Inbox',
    'InboxWithUnread',
    'Search',
    'ChatEvents',
    'Contacts',
    'PicturesAndFiles',
    'CreateChat',
    'StartChat',
    'SendMessage',
    'React',
    'CreateUpload',
  ]);
  expect(JSON.stringify(defaultTabs)).not.toMatch(/local-|localhost|playground|1555010/);
  for (const { query } of defaultTabs) expect(validate(schema, parse(query)), query).toEqual([]);

  const chats = pair.sandbox.chats.size;
  for (const { query, variables = '{}' } of defaultTabs) {
    if (nameOf(query) === 'ChatEvents') continue;
    const answer = await pair.gateway.send(query, JSON.parse(variables));
    expect(answer.status).toBe(200);
    const text = await answer.text();
    if (nameOf(query) === 'CreateUpload') expect(text).toContain('CreateUploadPayload');
    else if (query.includes('mutation')) expect(text).toContain('"code":"NOT_FOUND"');
  }
  expect(pair.sandbox.chats.size).toBe(chats);
});

const atRoot = ({ gateway }: Pair, headers: Record<string, string>, path = '/') =>
  rawRequest(gateway.origin, { path, headers: { host: '127.0.0.1', ...headers } });

test('a browser at / is sent to GraphiQL, also by a link on another site', async () => {
  await using pair = await startPair({ graphiql: true });
  const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  for (const headers of [{}, link]) {
    const answer = await atRoot(pair, { accept: 'text/html,*/*;q=0.8', ...headers });
    expect(answer.status).toBe(302);
    expect(answer.headers.location).toBe('/graphql');
  }
  const followed = await fetch(`${pair.gateway.origin}/?query=x`, { headers: { accept: 'text/html' } });
  expect(followed.url).toBe(`${pair.gateway.origin}/graphql?query=x`);
  expect(await followed.text()).toContain('<title>Beeper GraphQL (sandbox)</title>');
});

test('nobody else at / is redirected', async () => {
  await using pair = await startPair({ graphiql: true });
  await using off = await startPair({ graphiql: false });
  await using elsewhere = await startPair({ graphiql: true, hosts: ['gateway.example'] });
  const html = { accept: 'text/html' };
  expect((await atRoot(pair, { accept: 'application/json' })).status).toBe(404);
  expect((await atRoot(pair, html, '/elsewhere')).status).toBe(404);
  expect((await atRoot(off, html)).status).toBe(404);
  expect((await atRoot(elsewhere, html)).status).toBe(421);
});
