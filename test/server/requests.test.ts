import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { startGateway } from '../support/gateway.ts';

const startChat = `mutation { startChat(input: { accountID: "matrix", user: { id: "@kishan:beeper.com" } }) { __typename } }`;
const about = '{ beeper { sandbox } }';

test.each([
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'text/plain; a=application/json',
  'application/graphql',
  'application/jsonp',
  'application/octet-stream',
])('a body of type %s gets 415, and no upstream call is made', async (type) => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const bodies: Record<string, string> = {
    'application/x-www-form-urlencoded': `query=${encodeURIComponent(startChat)}`,
    'multipart/form-data; boundary=x': `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n${startChat}\r\n--x--\r\n`,
    'application/graphql': startChat,
  };
  const answer = await fetch(`${gateway.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: bodies[type] ?? JSON.stringify({ query: startChat }),
  });
  expect(answer.status).toBe(415);
  expect(await answer.json()).toEqual({
    errors: [
      {
        message: expect.stringContaining('"content-type: application/json"'),
        extensions: expect.objectContaining({ code: 'UNSUPPORTED_MEDIA_TYPE' }),
      },
    ],
  });
  expect(sandbox.calls).toEqual([]);
});

test('a POST without Content-Type gets 415', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const body = new TextEncoder().encode(JSON.stringify({ query: startChat }));
  const answer = await fetch(`${gateway.origin}/graphql`, { method: 'POST', body });
  expect(answer.status).toBe(415);
  expect(sandbox.calls).toEqual([]);
});

test.each([
  'application/json',
  'application/json; charset=utf-8',
  'Application/JSON',
  'application/graphql+json',
])('a body of type %s is accepted', async (type) => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const answer = await gateway.send(about, {}, { headers: { 'content-type': type } });
  expect(await answer.json()).toEqual({ data: { beeper: { sandbox: true } } });
});

test('a query can be sent by GET', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const url = new URL('/graphql', gateway.origin);
  url.searchParams.set('query', 'query ($id: ID!) { chat(id: $id) { id } }');
  url.searchParams.set('variables', JSON.stringify({ id: '!NCdzlIaMjZUmvmvyHU:beeper.com' }));
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ data: { chat: { id: '!NCdzlIaMjZUmvmvyHU:beeper.com' } } });
});

test('a mutation sent by GET gets 405, and no upstream call is made', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const url = `${gateway.origin}/graphql?query=${encodeURIComponent(startChat)}`;
  const answer = await fetch(url);
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe('POST');
  expect(sandbox.calls).toEqual([]);
});

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('the method %s gets 405', async (method) => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${gateway.origin}/graphql`, { method, headers });
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe('GET, POST');
});

test('a batch is rejected, and no upstream call is made', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const batch = JSON.stringify([{ query: startChat }, { query: startChat }]);
  const answer = await gateway.send('', {}, { body: batch });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ errors: [{ message: 'Batching is not supported.' }] });
  expect(sandbox.calls).toEqual([]);
});

test.each(['application/json', 'application/graphql-response+json', '*/*'])(
  'a body that is not a JSON object gets 400 if the client accepts %s',
  async (accept) => {
    await using sandbox = await startSandbox();
    await using gateway = await startGateway({ beeper: sandbox.url });
    const statuses = [];
    for (const body of ['{"query": "{ beeper', '', 'null', '7', '"text"']) {
      const answer = await gateway.send('', {}, { body, headers: { accept } });
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([400, 400, 400, 400, 400]);
  },
);

test.each(['/graphql/more', '/v1/chats', '/GraphQL'])('the path %s gets 404', async (path) => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  for (const accept of ['text/html', 'application/json']) {
    const answer = await fetch(gateway.origin + path, { headers: { accept } });
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('<html');
  }
  expect(sandbox.calls).toEqual([]);
});
