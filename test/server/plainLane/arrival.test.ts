import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { cacheExchange, createClient, fetchExchange } from '@urql/core';
import { request } from 'graphql-request';
import { describe, expect, test } from 'vitest';
import { CreateChatAndReadIt, ReadChat } from '../../support/documents.ts';
import { ada, whatsapp } from '../../support/people.ts';
import { openSocket, requestText } from '../../support/rawSocket.ts';
import { startTwin } from '../../support/twin.ts';
import { bodyOf, chat, type Served, sendParts, typename, useTwin } from '../../support/twinRequests.ts';

describe('how requests arrive', () => {
  const twin = useTwin();
  const post = (body: string, headers: Record<string, string> = {}) =>
    requestText('POST /graphql HTTP/1.1', { headers, body });
  const last = post(typename, { connection: 'close' });
  const [head = ''] = last.split('\r\n\r\n');
  const expectBy = async (parts: (string | Uint8Array)[], by: Served[]) => {
    const done = await twin().run(({ gateway }) => sendParts(gateway, parts));
    expect(done.responses.map(({ byLane }) => (byLane ? 'the lane' : 'Yoga'))).toEqual(by);
    return done;
  };

  test('in two segments', () => expectBy([last.slice(0, -5), last.slice(-5)], ['the lane']));
  test('the body after the head', () => expectBy([`${head}\r\n\r\n`, typename], ['the lane']));
  test('byte by byte', () => expectBy([last.slice(0, -8), ...last.slice(-8)], ['the lane']));
  test('pipelined', () =>
    expectBy(
      [post(typename) + post(bodyOf('{ nothing }')) + post(bodyOf('{ a: __typename }')) + last],
      ['the lane', 'Yoga', 'the lane', 'the lane'],
    ));
  test('one after the other on a connection', () =>
    expectBy(
      [post(typename), post(bodyOf('{ nothing }')), post(bodyOf('{ a: __typename }')), last],
      ['the lane', 'Yoga', 'the lane', 'the lane'],
    ));
  test('after 100-continue', async () => {
    const parts = [`${head}\r\nexpect: 100-continue\r\n\r\n`, typename];
    const done = await expectBy(parts, ['the lane']);
    expect(done.responses[0]?.response).toMatch(/^HTTP\/1.1 100 Continue/);
  });
  test('100-continue with the body sent at once', async () => {
    const done = await expectBy([`${head}\r\nexpect: 100-continue\r\n\r\n${typename}`], ['the lane']);
    expect(done.responses[0]?.response).toMatch(/^HTTP\/1.1 100 Continue/);
  });
  test('100-continue for a request that is refused by its head', () =>
    expectBy(
      [`${head.replace('127.0.0.1', 'evil.example')}\r\nexpect: 100-continue\r\n\r\n`, typename],
      ['Yoga'],
    ));
  test('a body that is not UTF-8', () =>
    expectBy(
      [
        `${head.replace(/content-length: \d+/, 'content-length: 3')}\r\n\r\n`,
        Buffer.from([0x22, 0xff, 0x22]),
      ],
      ['Yoga'],
    ));
  test('a body that is not UTF-8, together with the head', () =>
    expectBy(
      [
        Buffer.concat([
          Buffer.from(`${head.replace(/content-length: \d+/, 'content-length: 3')}\r\n\r\n`),
          Buffer.from([0x22, 0xff, 0x22]),
        ]),
      ],
      ['Yoga'],
    ));
  test('a body that ends too early', async () => {
    const done = await twin().run(async ({ gateway }) => {
      await using connection = await openSocket(gateway);
      connection.socket.end(last.slice(0, -5));
      await connection.closes();
    });
    expect(done.responses).toMatchObject([{ byLane: false }]);
    expect(done.calls).toEqual([]);
  });
  test('without a host', () =>
    expectBy(
      [
        'POST /graphql HTTP/1.0\r\ncontent-type: application/json\r\ncontent-length: 26\r\n\r\n' +
          bodyOf('{ __typename }'),
      ],
      ['Yoga'],
    ));
  test('nonsense', async () => {
    const done = await twin().run(({ gateway }) => sendParts(gateway, ['nonsense\r\n\r\n']));
    expect(done.responses).toMatchObject([{ request: 'none' }]);
  });
  test('while the gateway is drained', async () => {
    await using drained = await startTwin();
    const done = await drained.run(async ({ gateway }) => {
      gateway.server.isDraining = true;
      await sendParts(gateway, [post(typename)]);
      await sendParts(gateway, [post(bodyOf('{ nothing }'))]);
    });
    expect(done.responses).toMatchObject([{ byLane: true }, { byLane: false }]);
    for (const { response } of done.responses) expect(response).toMatch(/^connection: close$/m);
  });
});

describe('clients', () => {
  const twin = useTwin();
  test.each<[string, (url: string) => Promise<unknown>]>([
    ['graphql-request', (url) => request(url, ReadChat, chat)],
    [
      'urql',
      (url) =>
        createClient({ url, exchanges: [cacheExchange, fetchExchange], preferGetMethod: false })
          .query(ReadChat, chat)
          .toPromise(),
    ],
    [
      'Apollo Client',
      (url) =>
        new ApolloClient({ cache: new InMemoryCache(), link: new HttpLink({ uri: url }) }).query({
          query: ReadChat,
          variables: chat,
        }),
    ],
    [
      'an Apollo mutation',
      (url) =>
        new ApolloClient({ cache: new InMemoryCache(), link: new HttpLink({ uri: url }) }).mutate({
          mutation: CreateChatAndReadIt,
          variables: { input: { single: { accountID: whatsapp, participantID: ada.id } }, more: true },
        }),
    ],
  ])('%s', async (_name, ask) => {
    const done = await twin().run(({ gateway }) => ask(`${gateway.origin}/graphql`));
    expect(done.responses).toMatchObject([{ byLane: true }]);
  });
});
