import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from '@graphql-codegen/cli';
import { print } from 'graphql';
import { expect, test } from 'vitest';
import { ConfigError } from '../../src/config/checks.ts';
import { loadDocuments } from '../../src/config/trustedDocuments.ts';
import { ReadChat, StartChat } from '../support/documents.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { ada, kishan, whatsapp } from '../support/people.ts';
import { startProcess } from '../support/process.ts';

const hashOf = (document: string) => createHash('sha256').update(document).digest('hex');
const read = print(ReadChat);
const write = print(StartChat);
const manifest = {
  [hashOf(read)]: read,
  [hashOf(write)]: write,
  large: '{ chats(first: 200) { nodes { messages(first: 200) { nodes { id } } } } }',
};
const documents = new Map(Object.entries(manifest));

async function send({ gateway }: Pair, params: object) {
  const response = await gateway.send('', {}, { body: JSON.stringify(params) });
  return { status: response.status, body: await response.json() };
}

const chat = { data: { chat: expect.objectContaining({ id: kishan.chatID }) } };
const rejected = (code: string, message: RegExp) => ({
  status: 400,
  body: {
    errors: [{ message: expect.stringMatching(message), extensions: expect.objectContaining({ code }) }],
  },
});

test('a document of the manifest runs by its hash, in every form of request', async () => {
  await using pair = await startPair({ documents });
  const variables = { id: kishan.chatID };
  const sha256Hash = hashOf(read);
  const forms = [
    { documentId: sha256Hash },
    { extensions: { persistedQuery: { version: 1, sha256Hash } } },
    { extensions: { persistedQuery: { sha256Hash } } },
  ];
  for (const form of forms) {
    expect(await send(pair, { ...form, variables })).toEqual({ status: 200, body: chat });
  }
});

test('a document of the manifest runs by GET, where mutations still get 405', async () => {
  await using pair = await startPair({ documents });
  const get = (params: Record<string, unknown>) => {
    const url = new URL('/graphql', pair.gateway.origin);
    for (const [name, value] of Object.entries(params))
      url.searchParams.set(name, typeof value === 'string' ? value : JSON.stringify(value));
    return fetch(url);
  };
  const variables = { id: kishan.chatID };
  expect(await (await get({ documentId: hashOf(read), variables })).json()).toEqual(chat);
  const persistedQuery = { version: 1, sha256Hash: hashOf(read) };
  expect(await (await get({ extensions: { persistedQuery }, variables })).json()).toEqual(chat);
  const input = { accountID: whatsapp, user: { id: ada.id } };
  expect((await get({ documentId: hashOf(write), variables: { input } })).status).toBe(405);
  expect((await get({ query: read, variables })).status).toBe(400);
  expect(pair.writes()).toEqual([]);
});

test('a mutation of the manifest runs by its hash', async () => {
  await using pair = await startPair({ documents });
  const input = { accountID: whatsapp, user: { id: ada.id } };
  const { body } = await send(pair, { documentId: hashOf(write), variables: { input } });
  expect(body).toMatchObject({ data: { startChat: { __typename: 'StartChatPayload' } } });
});

test('a request with a document as text is rejected, even if the document is in the manifest', async () => {
  await using pair = await startPair({ documents });
  const only = rejected('PERSISTED_QUERY_ONLY', /only the documents of its manifest: send "documentId"/);
  for (const query of [
    '{ chats { nodes { id } } }',
    '{ __schema { queryType { name } } }',
    read,
    `${read} `,
  ]) {
    expect(await send(pair, { query, variables: { id: 'x' } })).toEqual(only);
    expect(await send(pair, { query, documentId: hashOf(read) })).toEqual(only);
  }
  expect(pair.sandbox.calls).toEqual([]);
});

test('an unknown hash is rejected, and sending its document does not register it', async () => {
  await using pair = await startPair({ documents });
  const query = '{ beeper { sandbox } }';
  const unknown = rejected(
    'PERSISTED_QUERY_NOT_IN_LIST',
    /manifest of the gateway has no document with this hash/,
  );
  for (const documentId of [hashOf(query), 'toString', '__proto__', '', hashOf(read).toUpperCase()]) {
    expect(await send(pair, { documentId })).toEqual(unknown);
  }
  await send(pair, { query, extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(query) } } });
  expect(await send(pair, { documentId: hashOf(query) })).toEqual(unknown);
});

test.each([
  {},
  { documentId: 7 },
  { documentId: null },
  { extensions: 'x' },
  { extensions: { persistedQuery: 'x' } },
  { variables: {} },
])('a request without the hash of a document gets 400: %j', async (params) => {
  await using pair = await startPair({ documents });
  expect(await send(pair, params)).toEqual(
    rejected('PERSISTED_QUERY_ID_REQUIRED', /hash of the document to run as "documentId"/),
  );
});

test('the cost limit applies to documents of the manifest', async () => {
  await using pair = await startPair({ documents });
  expect(await send(pair, { documentId: 'large' })).toMatchObject({
    status: 200,
    body: { errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }] },
  });
});

test('without a manifest every document runs, and a hash alone is rejected', async () => {
  await using pair = await startPair();
  expect(await send(pair, { query: read, variables: { id: kishan.chatID } })).toEqual({
    status: 200,
    body: chat,
  });
  expect((await send(pair, { documentId: hashOf(read) })).status).toBe(400);
});

/** A file that is deleted at the end of the scope. */
async function temporaryFile(text: string) {
  const folder = await mkdtemp(join(tmpdir(), 'documents-'));
  const path = join(folder, 'documents.json');
  await writeFile(path, text);
  return { path, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

test('the gateway accepts the manifest that the client preset of GraphQL Code Generator writes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'codegen-'));
  const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
  await generate(
    {
      schema: path('schema.graphql'),
      documents: [path('test/support/documents.ts'), path('test/support/mutations.ts')],
      silent: true,
      generates: {
        [`${folder}/`]: { preset: 'client', presetConfig: { persistedDocuments: true } },
      },
    },
    true,
  );
  await using gateway = await startProcess({ GATEWAY_DOCUMENTS: join(folder, 'persisted-documents.json') });
  const origin = await gateway.origin();
  const { default: written } = await import(join(folder, 'persisted-documents.json'), {
    with: { type: 'json' },
  });
  const [documentId] =
    Object.entries(written as Record<string, string>).find(([, text]) =>
      text.includes('query AboutBeeper'),
    ) ?? [];
  const [, sha256Hash] = /^sha256:([0-9a-f]{64})$/.exec(documentId ?? '') ?? [];
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  const post = (params: object) =>
    fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    });
  for (const params of [{ documentId }, { extensions }]) {
    expect(await (await post(params)).json()).toMatchObject({ data: { beeper: { sandbox: true } } });
  }
  expect((await post({ query: '{ beeper { sandbox } }' })).status).toBe(400);
  expect((await fetch(`${origin}/graphql`, { headers: { accept: 'text/html' } })).status).not.toBe(200);
  await rm(folder, { recursive: true });
});

test.each([
  ['malformed JSON', '{ "a": '],
  ['a list', '["query { beeper { sandbox } }"]'],
  ['a map of objects', '{ "a": { "query": "x" } }'],
  ['an empty map', '{}'],
  ['null', 'null'],
])('a manifest that is %s is rejected, and its text is not part of the error', async (_what, text) => {
  await using file = await temporaryFile(text);
  const issue = `GATEWAY_DOCUMENTS must be the path of a JSON file that maps hashes to documents, as GraphQL Code Generator writes it with persistedDocuments; ${file.path} is not valid.`;
  expect(() => loadDocuments(file.path)).toThrow(new ConfigError([issue]));
});

test('a missing manifest prevents the start, and its path is printed', async () => {
  await using gateway = await startProcess({ GATEWAY_DOCUMENTS: '/nowhere/documents.json' });
  expect(await gateway.ends()).toEqual({ code: 1, signal: null });
  expect(gateway.stdout).toBe('');
  expect(gateway.stderr.split('\n')).toEqual([
    'The configuration is not valid:',
    "  GATEWAY_DOCUMENTS must be the path of a readable file; can't read /nowhere/documents.json (ENOENT).",
    '',
  ]);
});

test('a manifest with a document that is too large is rejected with its hash', async () => {
  const large = `{ __typename } #${'x'.repeat(65_536)}`;
  await using file = await temporaryFile(JSON.stringify({ small: '{ __typename }', 'sha256:large': large }));
  expect(() => loadDocuments(file.path)).toThrow(
    /no document of more than 65536 bytes; .* has one at sha256:large\.$/,
  );
});
