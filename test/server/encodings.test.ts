import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type Pair, startPair } from '../support/pair.ts';
import { ada, whatsapp } from '../support/people.ts';

const query = `mutation ($text: String!) { startChat(input: {
  accountID: "${whatsapp}", user: { id: "${ada.id}" }, messageText: $text }) { __typename } }`;
const text = 'Bis später, Zoë 🎉';
const json = JSON.stringify({ query, variables: { text } });
const bom = '\ufeff';

async function post({ gateway }: Pair, body: BodyInit, headers: Record<string, string> = {}) {
  const response = await gateway.send('', {}, { body, headers });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const started = { status: 200, body: { data: { startChat: { __typename: 'StartChatPayload' } } } };
const refused = (status: number, code: string, message: RegExp) => ({
  status,
  body: { errors: [{ message: expect.stringMatching(message), extensions: { code, retryable: false } }] },
});

test.each([
  ['UTF-8', json],
  ['UTF-8 with a byte order mark', bom + json],
])('a text in %s arrives unchanged', async (_what, body) => {
  await using pair = await startPair();
  expect(await post(pair, body)).toMatchObject(started);
  expect(pair.writes()).toMatchObject([{ body: expect.stringContaining(`"messageText":"${text}"`) }]);
});

test('a byte order mark inside a text arrives unchanged', async () => {
  await using pair = await startPair();
  const marked = `${bom}a${bom}`;
  await post(pair, bom + JSON.stringify({ query, variables: { text: marked } }));
  expect(pair.writes()).toMatchObject([{ body: expect.stringContaining(`"messageText":"${marked}"`) }]);
});

const inDocument = query.replace('$text }', `"Zo\u00eb" }`).replace('($text: String!)', '');

test.each<[string, Buffer<ArrayBuffer>]>([
  ['Latin-1', Buffer.from(json.replace(' 🎉', ''), 'latin1')],
  ['Latin-1, in the document', Buffer.from(JSON.stringify({ query: inDocument }), 'latin1')],
  ['UTF-16', Buffer.from(bom + json, 'utf16le')],
  [
    'truncated UTF-8',
    Buffer.concat([Buffer.from(json).subarray(0, json.indexOf('ä') + 1), Buffer.from('"}}')]),
  ],
  ['overlong UTF-8', Buffer.from(json.replace('ä', '\xc0\xaf').replace(/ë 🎉/, ''), 'latin1')],
  ['surrogates in UTF-8', Buffer.from(json.replace('ä', '\xed\xa0\x80').replace(/ë 🎉/, ''), 'latin1')],
])('a body in %s gets 400, and nothing is sent to anyone', async (_what, body) => {
  await using pair = await startPair();
  expect(await post(pair, body)).toMatchObject(refused(400, 'BAD_REQUEST', /not valid UTF-8/));
  expect(pair.sandbox.calls).toEqual([]);
});

test('a body in UTF-8 with two byte order marks gets 400', async () => {
  await using pair = await startPair();
  expect(await post(pair, bom + bom + json)).toMatchObject(refused(400, 'BAD_REQUEST', /not valid JSON/));
});

test.each([
  'application/json; charset=utf-8',
  'application/json;charset=UTF-8',
  'application/json; charset="utf-8"',
  "application/json; charset='utf8'",
  'application/json; Charset = UTF8',
  'application/json; charset=',
  'application/json; profile="charset=latin1"',
  'application/graphql+json; charset=utf-8; x=y',
])('a body of type %s is read as UTF-8', async (type) => {
  await using pair = await startPair();
  expect(await post(pair, json, { 'content-type': type })).toMatchObject(started);
  expect(pair.writes()).toMatchObject([{ body: expect.stringContaining(text) }]);
});

test.each([
  'application/json; charset=iso-8859-1',
  'application/json;charset=Windows-1252',
  'application/json; charset="utf-16"',
  'application/json; profile=x; CHARSET=utf-16le',
  'application/json; charset=us-ascii',
  'application/json; charset=utf-8; charset=latin1',
  'application/json ;charset = utf-7',
])('a body of type %s gets 415 that names the charset', async (type) => {
  await using pair = await startPair();
  expect(await post(pair, json, { 'content-type': type })).toMatchObject(
    refused(415, 'UNSUPPORTED_MEDIA_TYPE', /charset .* is not UTF-8/),
  );
  expect(pair.sandbox.calls).toEqual([]);
});

test.each(['gzip', 'br', 'deflate', 'GZIP', 'identity, gzip', 'zstd'])(
  'a body with content-encoding: %s gets 415 that names it, and accept-encoding',
  async (coding) => {
    await using pair = await startPair();
    const answer = await post(pair, gzipSync(json), { 'content-encoding': coding });
    const name = coding.toLowerCase().replace(/.*, /, '');
    expect(answer).toMatchObject(
      refused(415, 'UNSUPPORTED_MEDIA_TYPE', new RegExp(`"content-encoding: ${name}"`)),
    );
    expect(answer.headers.get('accept-encoding')).toBe('identity');
    expect(pair.sandbox.calls).toEqual([]);
  },
);

test.each(['identity', 'Identity', '', 'identity, identity', ' , identity'])(
  'a body with content-encoding: %j is read',
  async (coding) => {
    await using pair = await startPair();
    expect(await post(pair, json, { 'content-encoding': coding })).toMatchObject(started);
  },
);

test('an empty operation name counts as absent, by POST and by GET', async () => {
  await using pair = await startPair();
  const named = 'query Named { beeper { sandbox } }';
  const data = { data: { beeper: { sandbox: true } } };
  expect(await post(pair, JSON.stringify({ query: named, operationName: '' }))).toMatchObject({ body: data });
  const search = new URLSearchParams({ query: named, operationName: '', variables: '', extensions: '' });
  const answer = await fetch(`${pair.gateway.origin}/graphql?${search}`);
  expect(await answer.json()).toEqual(data);
});

test('an empty operation name does not choose one of several operations', async () => {
  await using pair = await startPair();
  const body = JSON.stringify({
    query: 'query A { a: __typename } query B { b: __typename }',
    operationName: '',
  });
  expect(await post(pair, body)).toMatchObject(refused(400, 'OPERATION_RESOLUTION_FAILURE', /which|what/));
});

const search = 'query ($q: String!) { searchChats(filter: { query: $q }) { nodes { id } } }';
const get = async ({ gateway }: Pair, queryString: string) => {
  const response = await fetch(`${gateway.origin}/graphql?${queryString}`);
  return { status: response.status, body: await response.json() };
};

test('a text in a URL arrives unchanged, with + for a space', async () => {
  await using pair = await startPair();
  const q = 'Zoë + a=b & 100% 🎉';
  const encoded = new URLSearchParams({ query: search, variables: JSON.stringify({ q }) });
  expect(await get(pair, String(encoded))).toMatchObject({ status: 200, body: { data: {} } });
  const [call] = pair.sandbox.calls;
  expect(new URL(call?.path ?? '', 'http://sandbox').searchParams.get('query')).toBe(q);
});

test.each([
  ['Latin-1', '%E4'],
  ['truncated UTF-8', '%C3'],
  ['a surrogate', '%ED%A0%80'],
  ['an overlong form', '%C0%AF'],
  ['an escape without digits', '%'],
  ['an escape with one digit', '%4'],
  ['an escape with other letters', '%zz'],
])('a URL with %s gets 400, and nothing is searched for', async (_what, escaped) => {
  await using pair = await startPair();
  const encoded = `query=${encodeURIComponent(search)}&variables=`;
  const answers = [
    await get(pair, `${encoded}{"q":"Zo${escaped}"}`),
    await get(pair, `${encoded}{"q":"Zo"}&operationName=${escaped}`),
    await get(pair, `${encoded}{"q":"Zo"}&${escaped}=1`),
  ];
  for (const answer of answers)
    expect(answer).toMatchObject(
      refused(400, 'BAD_REQUEST', /percent-escapes that are malformed or not UTF-8/),
    );
  expect(pair.sandbox.calls).toEqual([]);
});

test.each(['variables', 'extensions'])('%s in a URL that are not a JSON object get 400', async (name) => {
  await using pair = await startPair();
  for (const value of ['{', 'x', '7', '[]', '"a"', 'true'])
    expect(await get(pair, `query={__typename}&${name}=${value}`)).toMatchObject(
      refused(400, 'BAD_REQUEST', new RegExp(name)),
    );
  expect(await get(pair, `query={__typename}&${name}=null`)).toMatchObject({ status: 200 });
});

test('the first of several parameters with the same name counts', async () => {
  await using pair = await startPair();
  expect(await get(pair, 'query={a:__typename}&query={b:__typename}')).toMatchObject({
    body: { data: { a: 'Query' } },
  });
});
