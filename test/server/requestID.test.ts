import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { StartChat } from '../support/documents.ts';
import { startGateway } from '../support/gateway.ts';

const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
const failing = { input: { accountID: 'playground', user: { username: 'rate-limited' } } };
const json = { 'content-type': 'application/json' };

test.each<[string, string, RequestInit]>([
  ['a result', '/graphql?query={beeper{sandbox}}', {}],
  ['a syntax error', '/graphql', { method: 'POST', headers: json, body: '{"query":"{"}' }],
  ['a 400', '/graphql', { method: 'POST', headers: json, body: '[]' }],
  ['a 404', '/nowhere', {}],
  ['a 405', '/graphql', { method: 'DELETE' }],
  ['a 413', '/graphql', { method: 'POST', headers: json, body: 'x'.repeat(2_000_000) }],
  ['a 415', '/graphql', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }],
  ['/health', '/health', {}],
  ['/ready', '/ready', {}],
  ['GraphiQL', '/graphql', { headers: { accept: 'text/html' } }],
])('the response has a request ID: %s', async (_what, path, init) => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const answer = await fetch(gateway.origin + path, init);
  await answer.arrayBuffer();
  expect(answer.headers.get('x-request-id')).toMatch(uuid);
});

test('each request has an ID of its own', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const answers = await Promise.all([1, 2, 3].map(() => gateway.send('{ beeper { sandbox } }')));
  expect(new Set(answers.map(({ headers }) => headers.get('x-request-id'))).size).toBe(3);
});

test('the header, the typed error and the log line have the same ID', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const answer = await gateway.send(
    'mutation ($input: StartChatInput!) { startChat(input: $input) { ... on BeeperError { requestID } } }',
    failing,
  );
  const requestID = answer.headers.get('x-request-id');
  expect(requestID).toMatch(uuid);
  expect(await answer.json()).toEqual({ data: { startChat: { requestID } } });
  expect(gateway.log).toEqual([expect.objectContaining({ requestID, code: 'RATE_LIMITED' })]);
});

test('the header and a top-level error have the same ID', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  sandbox.next('GET /v1/chats/{chatID}', { status: 500 });
  const answer = await gateway.send('{ chat(id: "x") { title } }');
  expect(await answer.json()).toMatchObject({
    errors: [{ extensions: { code: 'UPSTREAM_ERROR', requestID: answer.headers.get('x-request-id') } }],
  });
});

test.each([
  'router-0001',
  'a1b2c3d4',
  '0af7651916cd43dd8448eb211c80319c',
  'x_y.z-'.repeat(10),
  'Root=1-67891233-abcdef012345678912345678',
  '105445aa7843bc8bf206b12000100000/1:o=1',
  'c2l4dGVlbiBieXRlcyE+/w==',
])('a request ID from the caller is used: %s', async (given) => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const headers = { 'x-request-id': given };
  const { data } = await gateway.query(StartChat, failing, { headers });
  expect(data?.startChat).toMatchObject({ requestID: given });
  expect((await fetch(`${gateway.origin}/ready`, { headers })).headers.get('x-request-id')).toBe(given);
});

test.each([
  'short',
  'with a space',
  'quote"quote"',
  '<script>alert(1)</script>',
  'x'.repeat(65),
  'first-one, second-one',
])('a malformed request ID from the caller is replaced: %s', async (given) => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const answer = await gateway.send('{ beeper { sandbox } }', {}, { headers: { 'x-request-id': given } });
  expect(answer.headers.get('x-request-id')).toMatch(uuid);
});

const traceID = '4bf92f3577b34da6a3ce929d0e0e4736';

test.each([
  ['a valid traceparent', `00-${traceID}-00f067aa0ba902b7-01`, traceID],
  ['one of a later version, with more parts', `01-${traceID}-00f067aa0ba902b7-00-extra`, traceID],
  ['a trace ID of zeros', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`, uuid],
  ['a parent ID of zeros', `00-${traceID}-${'0'.repeat(16)}-01`, uuid],
  ['the invalid version ff', `ff-${traceID}-00f067aa0ba902b7-01`, uuid],
  ['upper case', `00-${traceID.toUpperCase()}-00f067aa0ba902b7-01`, uuid],
  ['text before it', `x00-${traceID}-00f067aa0ba902b7-01`, uuid],
  ['text after it', `00-${traceID}-00f067aa0ba902b7-01x`, uuid],
])('without a request ID, the trace ID is the request ID: %s', async (_what, traceparent, expected) => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const headers = { traceparent };
  const { data } = await gateway.query(StartChat, failing, { headers });
  expect(data?.startChat).toMatchObject({ requestID: expect.stringMatching(expected) });
  const both = { traceparent, 'x-request-id': 'router-0001' };
  const answer = await gateway.send('{ beeper { sandbox } }', {}, { headers: both });
  expect(answer.headers.get('x-request-id')).toBe('router-0001');
});
