import { print } from 'graphql';
import { expect, test } from 'vitest';
import { ReadChat } from '../support/documents.ts';
import { type PairOptions, startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';
import { openSocket } from '../support/rawSocket.ts';
import { newGatewayKey } from './gatewayKey.ts';

const readChat = 'GET /v1/chats/{chatID}';
const web = newGatewayKey('web');
const app = newGatewayKey('app');
const headers = { 'x-gateway-key': web.key };
const body = JSON.stringify({ documentId: 'read', variables: { id: kishan.chatID } });

/** A gateway with the key and the document of `body`, and a step that takes both out of force. */
async function startWithRules(options: PairOptions = {}) {
  const documents = new Map([['read', print(ReadChat)]]);
  const pair = await startPair({ ...options, keys: [web.stored], documents });
  const replaceRules = () => {
    pair.gateway.rules.current = { keys: [app.stored], documents: new Map([['other', '{ __typename }']]) };
  };
  return Object.assign(pair, { replaceRules });
}

test.each([
  ['succeeds', {}, {}, { data: { chat: { id: kishan.chatID } } }],
  ['fails upstream', { status: 500 }, {}, { errors: [{ extensions: { code: 'UPSTREAM_ERROR' } }] }],
  ['takes the long way', {}, { plainLane: false }, { data: { chat: { id: kishan.chatID } } }],
])(
  'a running request that %s ends with the key and document it began with',
  async (_what, fault, options, answer) => {
    await using pair = await startWithRules(options);
    pair.sandbox.next(readChat, { delayMs: 300, ...fault });
    const running = pair.gateway.send('', {}, { headers, body });
    await expect.poll(() => pair.sandbox.calls.at(-1)?.route).toBe(readChat);

    pair.replaceRules();

    const response = await running;
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject(answer);
    expect(pair.sandbox.calls.filter(({ route }) => route === readChat)).toHaveLength(1);
    expect((await pair.gateway.send('', {}, { headers, body })).status).toBe(401);
  },
);

test('a request whose body arrives after its key was removed is served, and the next one on the connection is not', async () => {
  await using pair = await startWithRules();
  await using connection = await openSocket(pair.gateway);
  const head = `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\nx-gateway-key: ${web.key}\r\ncontent-length: ${body.length}\r\n\r\n`;
  connection.socket.write(head);
  await new Promise((resolve) => pair.gateway.server.http.once('request', resolve));

  pair.replaceRules();

  connection.socket.write(body);
  await connection.receives(/^HTTP\/1\.1 200 [\s\S]*"id":"!NCdzlIaMjZUmvmvyHU:beeper\.com"/);
  connection.socket.write(head + body);
  await connection.receives(/HTTP\/1\.1 401 /);
});

test('a document that was removed or added counts from the next request on, whatever was parsed before', async () => {
  const documents = new Map([['read', print(ReadChat)]]);
  await using pair = await startPair({ documents });
  const outcomeOf = async (documentId: string) => {
    const answer = await pair.gateway.send(
      '',
      {},
      { body: JSON.stringify({ documentId, variables: { id: kishan.chatID } }) },
    );
    return ((await answer.json()) as { errors?: { extensions: object }[] }).errors?.[0]?.extensions ?? 'data';
  };
  const unknown = expect.objectContaining({ code: 'PERSISTED_QUERY_NOT_IN_LIST' });
  expect([await outcomeOf('read'), await outcomeOf('new')]).toEqual(['data', unknown]);

  pair.gateway.rules.current = { keys: [], documents: new Map([['new', print(ReadChat)]]) };
  expect([await outcomeOf('read'), await outcomeOf('new')]).toEqual([unknown, 'data']);

  pair.gateway.rules.current = { keys: [], documents: new Map([['new', 'query { nothing }']]) };
  expect(await outcomeOf('new')).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
});
