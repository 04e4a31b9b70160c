import { type IncomingHttpHeaders, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { print } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { startTestServer } from '../support/httpServer.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { Inbox } from '../support/queryDocuments.ts';
import { openSocket, postText } from '../support/rawSocket.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it was sent. */
  readonly bytes: Buffer;
  /** After the coding in the header was undone. */
  readonly text: string;
}

const decoders: Record<string, (bytes: Buffer) => Buffer> = { br: brotliDecompressSync, gzip: gunzipSync };

/** Sends a request with exactly these headers, and decompresses nothing: `fetch` would do both. */
function ask(
  { origin }: { readonly origin: string },
  { method = 'POST', path = '/graphql', headers = {}, body = '' } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${origin}${path}`, { method, headers, agent: false });
    outgoing.on('error', reject);
    outgoing.on('response', async (incoming) => {
      const { statusCode: status = 0, headers } = incoming;
      const bytes = await buffer(incoming);
      const decode = decoders[headers['content-encoding'] ?? ''] ?? ((sent) => sent);
      resolve({ status, headers, bytes, text: decode(bytes).toString() });
    });
    outgoing.end(body);
  });
}

const postOf = (query: string, variables: object, headers: Record<string, string> = {}) => ({
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ query, variables }),
});

const inbox = (first: number, acceptEncoding?: string) =>
  postOf(print(Inbox), { first }, acceptEncoding === undefined ? {} : { 'accept-encoding': acceptEncoding });

/** `Vary` has a value and `Content-Length` is that of what was sent. */
function expectConsistent({ headers, bytes }: Answer) {
  expect(headers.vary).toBe('Accept-Encoding');
  expect(headers['content-length']).toBe(String(bytes.length));
  expect(headers['transfer-encoding']).toBeUndefined();
}

describe.each([
  ['the plain lane', true],
  ['Yoga', false],
])('answers by %s', (_name, plainLane) => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await startPair({ plainLane, compresses: true });
    return () => pair[Symbol.asyncDispose]();
  });

  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['gzip;q=1, br;q=0.5', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['*', 'br'],
    ['identity;q=0, *', 'br'],
    ['br;q=0.1', 'br'],
    ['gzip;q=0', undefined],
    ['gzip;q=0.5, identity', undefined],
    ['identity;q=0', undefined],
    ['*;q=0', undefined],
    ['deflate, zstd', undefined],
    ['', undefined],
    ['nonsense;;q=,', undefined],
    [undefined, undefined],
  ])('for accept-encoding: %s have the coding %s', async (accepted, coding) => {
    const plain = await ask(pair.gateway, inbox(10));
    const answer = await ask(pair.gateway, inbox(10, accepted));

    expect(answer.status).toBe(200);
    expect(answer.headers['content-encoding']).toBe(coding);
    expect(answer.text).toBe(plain.text);
    expectConsistent(answer);
    if (coding) expect(answer.bytes.length).toBeLessThan(plain.bytes.length / 2);
  });

  test('of less than 1 KiB are not compressed', async () => {
    const answer = await ask(pair.gateway, postOf('{ __typename }', {}, { 'accept-encoding': 'br' }));
    expect(answer).toMatchObject({ status: 200, text: '{"data":{"__typename":"Query"}}' });
    expect(answer.headers['content-encoding']).toBeUndefined();
    expectConsistent(answer);
  });

  test.each(['br', 'gzip'])('of more than 32 KiB are compressed, too: %s', async (coding) => {
    const query = `{ chat(id: "${seedChatIDs.longHistory}") { messages(first: 200) { nodes { id text timestamp senderName sender { userID fullName imgURL { url } } } } } }`;
    const plain = await ask(pair.gateway, postOf(query, {}));
    expect(plain.bytes.length).toBeGreaterThan(32 * 1_024);
    const answer = await ask(pair.gateway, postOf(query, {}, { 'accept-encoding': coding }));

    expect(answer.headers['content-encoding']).toBe(coding);
    expect(answer.text).toBe(plain.text);
    expectConsistent(answer);
  });

  test('are compressed if they are refusals, or sent for a GET', async () => {
    const unknownFields = `{ ${Array.from({ length: 20 }, (_, n) => `unknown${n}`).join(' ')} }`;
    const refusal = await ask(pair.gateway, postOf(unknownFields, {}, { 'accept-encoding': 'br' }));
    expect(JSON.parse(refusal.text).errors).toHaveLength(20);
    const read = await ask(pair.gateway, {
      method: 'GET',
      path: `/graphql?query=${encodeURIComponent(print(Inbox))}`,
      headers: { 'accept-encoding': 'br' },
    });
    expect(JSON.parse(read.text)).toHaveProperty('data.chats');

    for (const answer of [refusal, read]) {
      expect(answer.headers['content-encoding']).toBe('br');
      expectConsistent(answer);
    }
  });

  test('that are event streams are never compressed, and have the headers of other answers', async () => {
    const headers = { accept: 'text/event-stream', 'accept-encoding': 'br, gzip' };
    const {
      status,
      headers: sent,
      text,
    } = await ask(pair.gateway, postOf(print(Inbox), { first: 25 }, headers));

    expect(status).toBe(200);
    expect(sent['content-type']).toMatch(/^text\/event-stream/);
    expect(sent['content-encoding']).toBeUndefined();
    expect(sent['cache-control']).toBe('no-store');
    expect(sent.vary).toBe('Accept-Encoding');
    expect(text).toContain('event: next');
  });

  test('arrive in order on a connection that sends several requests at once', async () => {
    await using connection = await openSocket(pair.gateway);
    const large = postText('{ chats(first: 100) { nodes { id title } } }', { 'accept-encoding': 'gzip' });
    const small = postText('{ __typename }', { connection: 'close' });

    connection.socket.write(large + small);

    await connection.closes();
    const [, first = '', second = ''] = connection.received().split('HTTP/1.1 200 OK');
    expect(first).toMatch(/content-encoding: gzip/i);
    expect(second).toContain('{"data":{"__typename":"Query"}}');
  });
});

test('with other origins, Vary names both headers', async () => {
  await using pair = await startPair({ origins: ['https://app.example'], compresses: true });
  const answer = await ask(pair.gateway, inbox(10, 'br'));
  expect(answer.headers['content-encoding']).toBe('br');
  expect(answer.headers.vary).toBe('Origin, Accept-Encoding');
});

test('GraphiQL’s page is compressed to less than a third', async () => {
  await using pair = await startPair({ graphiql: true, compresses: true });
  const page = { method: 'GET', headers: { accept: 'text/html', 'accept-encoding': 'gzip, deflate, br' } };
  const answer = await ask(pair.gateway, page);
  expect(answer.headers['content-encoding']).toBe('br');
  expectConsistent(answer);
  expect(answer.text).toContain('<title>Beeper GraphQL (sandbox)</title>');
  expect(answer.bytes.length).toBeLessThan(answer.text.length / 3);
});

test('without compression, answers are sent as they are and do not vary', async () => {
  await using pair = await startPair({ compresses: false });
  const { headers, text } = await ask(pair.gateway, inbox(10, 'br, gzip'));
  expect(headers['content-encoding']).toBeUndefined();
  expect(headers.vary).toBeUndefined();
  expect(JSON.parse(text)).toHaveProperty('data.chats');
});

describe('any response of the server', () => {
  const body = JSON.stringify({ text: 'bold '.repeat(1_000) });
  const length = String(body.length);
  const json = { 'content-type': 'application/json', 'content-length': length };
  const get = { method: 'GET', headers: { 'accept-encoding': 'br' } };

  test('to HEAD has the length of the uncompressed body', async () => {
    await using server = await startTestServer((_request, response) =>
      response.writeHead(200, json).end(body),
    );
    const { headers, bytes } = await ask(server, { ...get, method: 'HEAD' });
    expect(bytes).toHaveLength(0);
    expect(headers).toMatchObject({ 'content-length': length, vary: 'Accept-Encoding' });
    expect(headers['content-encoding']).toBeUndefined();
  });

  test.each<[string, Parameters<typeof startTestServer>[0]]>([
    ['written in one part', (_request, response) => response.writeHead(200, json).end(body)],
    [
      'written in parts',
      (_request, response) => {
        response.writeHead(200, 'Fine', json);
        response.write(body.slice(0, 7));
        response.write(Buffer.from(body.slice(7, 20)));
        setImmediate(() => response.end(body.slice(20)));
      },
    ],
    [
      'with a list of headers',
      (_request, response) => response.writeHead(200, Object.entries(json).flat()).end(Buffer.from(body)),
    ],
    [
      'with headers that were set before',
      (_request, response) => {
        for (const [name, value] of Object.entries(json)) response.setHeader(name, value);
        response.writeHead(200).end(body);
      },
    ],
  ])('%s is compressed', async (_what, listener) => {
    await using server = await startTestServer(listener);
    const answer = await ask(server, get);
    expect(answer.headers['content-encoding']).toBe('br');
    expect(answer.text).toBe(body);
    expectConsistent(answer);
  });

  test.each<[string, Parameters<typeof startTestServer>[0]]>([
    [
      'whose length is unknown',
      (_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(body),
    ],
    [
      'without a head before its body',
      (_request, response) => {
        for (const [name, value] of Object.entries(json)) response.setHeader(name, value);
        response.end(body);
      },
    ],
    [
      'that has a coding already',
      (_request, response) => response.writeHead(200, { ...json, 'content-encoding': 'identity' }).end(body),
    ],
    [
      'of another type',
      (_request, response) => response.writeHead(200, { ...json, 'content-type': 'image/png' }).end(body),
    ],
  ])('%s arrives as it is', async (_what, listener) => {
    await using server = await startTestServer(listener);
    const { headers, text } = await ask(server, get);
    expect(headers['content-encoding'] ?? 'identity').toBe('identity');
    expect(text).toBe(body);
  });

  test('that is compressed while the server is drained closes its connection', async () => {
    await using server = await startTestServer((_request, response) =>
      response.writeHead(200, json).end(body),
    );
    server.gateway.isDraining = true;
    const { headers, text } = await ask(server, {
      ...get,
      headers: { ...get.headers, connection: 'keep-alive' },
    });
    expect(headers).toMatchObject({ connection: 'close', 'content-encoding': 'br' });
    expect(text).toBe(body);
  });

  test('whose caller leaves while it is compressed ends, and the next one is served', async () => {
    const large = JSON.stringify({ text: 'bold '.repeat(1_000_000) });
    let closed = 0;
    await using server = await startTestServer((request, response) => {
      response.once('close', () => closed++);
      const headers = { 'content-type': 'application/json', 'content-length': String(large.length) };
      response.writeHead(200, headers).end(large);
      if (request.url === '/left') request.socket.destroy();
    });
    const left = await ask(server, { ...get, path: '/left' }).catch((error: Error) => error);
    expect(left).toBeInstanceOf(Error);
    await expect.poll(() => closed).toBe(1);
    expect((await ask(server, get)).text).toBe(large);
  });
});
