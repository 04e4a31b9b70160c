import { once } from 'node:events';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { createApp } from '../../src/index.ts';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { newGatewayKey } from '../security/gatewayKey.ts';
import { rawRequest } from '../security/rawRequest.ts';
import { post, startBeeper, startMounted } from '../support/mounted.ts';
import { openSocket, postText, requestText } from '../support/rawSocket.ts';

test('a plain server serves queries, writes, GraphiQL and health through the listener, and fetch does too', async () => {
  await using beeper = await startBeeper();
  await using mounted = await startMounted({
    ...beeper.settings,
    HOST: '127.0.0.1',
    GATEWAY_PATH: '/api/graphql',
  });
  const url = `${mounted.origin}/api/graphql`;
  const write =
    'mutation { startChat(input: { accountID: "matrix", user: { id: "@kishan:beeper.com" } }) { __typename } }';

  for (const send of [
    fetch,
    (input: string, init?: RequestInit) => mounted.app.fetch(new Request(input, init)),
  ]) {
    const answer = await send(url, post('{ beeper { sandbox } }'));
    expect(await answer.json()).toEqual({ data: { beeper: { sandbox: false } } });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await (await send(url, post(write))).json()).toEqual({
      data: { startChat: { __typename: 'StartChatPayload' } },
    });
    expect((await send(`${mounted.origin}/health`)).status).toBe(200);
    expect(await (await send(`${mounted.origin}/ready`)).json()).toMatchObject({ ready: true });
    expect(await (await send(url, { headers: { accept: 'text/html' } })).text()).toContain('<title>Beeper');
    expect((await send(`${mounted.origin}/graphql`, post('{ __typename }'))).status).toBe(404);
  }
  expect(beeper.sandbox.calls.filter(({ route }) => route === 'POST /v1/chats/start')).toHaveLength(2);
});

test('files are served and taken through the listener, and through fetch', async () => {
  await using beeper = await startBeeper();
  await using mounted = await startMounted({
    ...beeper.settings,
    HOST: '127.0.0.1',
    GATEWAY_PATH: '/api/graphql',
  });
  const bytes = Buffer.from('What was sent');
  const upload = `mutation { createUpload(input: { fileName: "a.txt", mimeType: "text/plain", sizeBytes: ${bytes.length} }) {
    ... on CreateUploadPayload { url }
  } }`;
  const picture = `{ chat(id: "${seedChatIDs.largeGroup}") { imgURL { contentURL } } }`;

  for (const send of [
    fetch,
    (input: string, init?: RequestInit) => mounted.app.fetch(new Request(input, init)),
  ]) {
    const ask = async (query: string) =>
      (await (await send(`${mounted.origin}/api/graphql`, post(query))).json()).data;
    const { contentURL } = (await ask(picture)).chat.imgURL;
    expect(contentURL).toContain(`${mounted.origin}/assets/`);
    const file = await send(contentURL);
    expect(file.headers.get('content-type')).toBe('image/png');
    expect((await file.arrayBuffer()).byteLength).toBe(Number(file.headers.get('content-length')));
    const part = await send(contentURL, { headers: { range: 'bytes=1-3' } });
    expect([part.status, await part.text()]).toEqual([206, 'PNG']);
    const head = await send(contentURL, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const unknown = await send(`${contentURL}A`);
    expect([unknown.status, unknown.headers.get('cache-control')]).toEqual([404, 'no-store']);

    const { url } = (await ask(upload)).createUpload;
    const sent = await send(url, { method: 'PUT', body: bytes });
    expect(await sent.json()).toMatchObject({ uploadID: expect.any(String), sizeBytes: bytes.length });
    const again = await send(url, { method: 'PUT', body: bytes });
    expect(again.status).toBe(409);
    expect([sent, again].map(({ headers }) => headers.get('cache-control'))).toEqual([
      'no-store',
      'no-store',
    ]);
  }
});

test('an upload through fetch whose caller leaves can be repeated', async () => {
  await using beeper = await startBeeper();
  await using mounted = await startMounted({ ...beeper.settings, HOST: '127.0.0.1' });
  const query =
    'mutation { createUpload(input: { fileName: "a.txt", sizeBytes: 4 }) { ... on CreateUploadPayload { url } } }';
  const answer = await mounted.app.fetch(new Request(`${mounted.origin}/graphql`, post(query)));
  const { url } = (await answer.json()).data.createUpload;

  for (const start of [[], ['ab']]) {
    const leaving = new AbortController();
    const body = new ReadableStream({
      start(controller) {
        for (const text of start) controller.enqueue(Buffer.from(text));
      },
    });
    const { signal } = leaving;
    const sent = mounted.app.fetch(
      new Request(url, { method: 'PUT', body, signal, duplex: 'half' } as RequestInit),
    );
    await expect
      .poll(async () => (await mounted.app.fetch(new Request(url, { method: 'PUT', body: 'abcd' }))).status)
      .toBe(409);
    leaving.abort();
    await sent.catch(() => {});
  }
  const repeated = await mounted.app.fetch(new Request(url, { method: 'PUT', body: 'abcd' }));
  expect(await repeated.json()).toMatchObject({ uploadID: expect.any(String) });
  expect(beeper.sandbox.storedFiles).toBe(1);
});

test('a file whose body is canceled before it is read ends its transfer, and not the process', async () => {
  await using beeper = await startBeeper();
  await using mounted = await startMounted({ ...beeper.settings, HOST: '127.0.0.1' });
  const query = `{ chat(id: "${seedChatIDs.largeGroup}") { imgURL { contentURL } } }`;
  const answer = await mounted.app.fetch(new Request(`${mounted.origin}/graphql`, post(query)));
  const { contentURL } = (await answer.json()).data.chat.imgURL;

  for (let times = 0; times < 3; times++) {
    const file = await mounted.app.fetch(new Request(contentURL));
    expect(file.status).toBe(200);
    // What follows at once would be an uncaught error, which fails the run.
    await file.body?.cancel();
  }
  const whole = await mounted.app.fetch(new Request(contentURL));
  expect((await whole.arrayBuffer()).byteLength).toBe(Number(whole.headers.get('content-length')));
});

test('the guards hold for both: host, origin, key, media type and size', async () => {
  const { key, stored } = newGatewayKey('web');
  await using beeper = await startBeeper();
  const entry = `web:${stored.hash.toString('hex')}`;
  await using mounted = await startMounted({ ...beeper.settings, GATEWAY_KEYS: entry });
  const withKey = { 'x-gateway-key': key, 'content-type': 'application/json', host: 'localhost' };
  const body = JSON.stringify({ query: '{ __typename }' });
  const sent = [
    { method: 'POST', headers: withKey, body, status: 200 },
    { method: 'POST', headers: { ...withKey, 'x-gateway-key': 'wrong' }, body, status: 401 },
    { method: 'POST', headers: { ...withKey, host: 'rebound.example' }, body, status: 421 },
    { method: 'POST', headers: { ...withKey, origin: 'https://evil.example' }, body, status: 403 },
    { method: 'POST', headers: { ...withKey, 'content-type': 'text/plain' }, body, status: 415 },
    { method: 'POST', headers: withKey, body: `"${'x'.repeat(1024 * 1024)}"`, status: 413 },
  ];

  for (const { status, ...request } of sent) {
    const { method, headers } = request;
    const viaFetch = new Request(`${mounted.origin}/graphql`, { method, headers, body: request.body });
    expect((await rawRequest(mounted.origin, request)).status).toBe(status);
    expect((await mounted.app.fetch(viaFetch)).status).toBe(status);
  }
  expect(beeper.sandbox.calls.filter(({ route }) => route !== 'GET /v1/info')).toEqual([]);
});

test('pipelined requests whose connection is lost have one line each', async () => {
  await using beeper = await startBeeper();
  await using mounted = await startMounted({ ...beeper.settings, HOST: '127.0.0.1' });
  const writes = () => beeper.sandbox.calls.filter(({ method }) => method === 'POST');
  beeper.sandbox.next('GET /v1/accounts', { hang: true });
  await using connection = await openSocket(mounted);
  const write =
    'mutation Start { startChat(input: { accountID: "matrix", user: { id: "@kishan:beeper.com" } }) { __typename } }';

  connection.socket.write(
    postText('query Slow { accounts { id } }') + postText(write) + requestText('GET /x HTTP/1.1').repeat(12),
  );
  await expect.poll(() => writes().length).toBe(1);
  connection.socket.resetAndDestroy();

  const lines = () => mounted.log.filter(({ status }) => status !== undefined);
  await expect.poll(() => lines().length).toBe(14);
  expect(lines()).toContainEqual(expect.objectContaining({ operationName: 'Start', callerLeft: true }));
  expect(lines().filter(({ status }) => status === 404)).toHaveLength(12);
});

test('the bytes of each body are logged, of which HEAD has none', async () => {
  await using mounted = await startMounted();
  const url = `${mounted.origin}/graphql`;
  const bytes: number[] = [];
  const send = (init: RequestInit) => mounted.app.fetch(new Request(url, init));
  for (const request of [post('{ beeper { sandbox } }'), post('{ unknown }')]) {
    bytes.push((await (await fetch(url, request)).arrayBuffer()).byteLength);
    bytes.push((await (await send(request)).arrayBuffer()).byteLength);
  }
  await fetch(url, { method: 'HEAD' });
  await send({ method: 'HEAD' });

  const lines = () => mounted.log.filter((line) => line.status !== undefined);
  await expect.poll(() => lines().map((line) => line.bytes)).toEqual([...bytes, 0, 0]);
  expect(bytes).not.toContain(0);
});

test('places of running requests become free, for responses of a plain server and of fetch', async () => {
  await using beeper = await startBeeper();
  // Five requests run at a time: one for the connection to Beeper, and four that wait for it.
  await using mounted = await startMounted({
    ...beeper.settings,
    HOST: '127.0.0.1',
    BEEPER_MAX_CONCURRENCY: '1',
  });
  const url = `${mounted.origin}/graphql`;
  const statuses = new Set<number>();

  for (let round = 0; round < 20; round++) {
    const request = post('{ accounts { id } }');
    statuses.add((await fetch(url, request)).status);
    statuses.add((await mounted.app.fetch(new Request(url, request))).status);
    // A caller that leaves gives its place back, too.
    const leaving = new AbortController();
    const left = mounted.app.fetch(new Request(url, { ...request, signal: leaving.signal }));
    leaving.abort();
    await expect(left).rejects.toThrow();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.end(`POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n\r\n`);
    socket.destroy();
  }

  expect([...statuses]).toEqual([200]);
});

test('a listener below a router of Express answers at the full path, and says if a parser has read the body', async () => {
  await using routed = await startMounted(
    { GATEWAY_PATH: '/api/graphql' },
    (listener) => (request, response) => {
      Object.assign(request, { originalUrl: request.url, url: request.url?.replace('/api', '') });
      listener(request, response);
    },
  );
  await using parsed = await startMounted({}, (listener) => async (request, response) => {
    for await (const _chunk of request);
    listener(request, response);
  });

  const answer = await fetch(`${routed.origin}/api/graphql`, post('{ beeper { sandbox } }'));
  const refused = await fetch(`${parsed.origin}/graphql`, post('{ beeper { sandbox } }'));

  expect(await answer.json()).toEqual({ data: { beeper: { sandbox: true } } });
  expect(refused.status).toBe(400);
  expect((await refused.json()).errors[0]).toMatchObject({
    message: expect.stringContaining('was read before'),
    extensions: { remedy: expect.stringContaining('body parsing') },
  });
  expect((await fetch(`${parsed.origin}/health`)).status).toBe(200);
});

test('a body that the host has decoded, or a stream of something else, is refused, and no line quotes it', async () => {
  await using decoded = await startMounted({}, (listener) => (request, response) => {
    request.setEncoding('utf8');
    listener(request, response);
  });
  const body = JSON.stringify({ query: '{ c4n4ry }' });
  const init = { method: 'POST', headers: { 'content-type': 'application/json' } };
  const ofTexts = () =>
    new Request('http://localhost/graphql', {
      ...init,
      body: Readable.toWeb(Readable.from([body])),
      duplex: 'half',
    } as never);

  const answers = [
    await fetch(`${decoded.origin}/graphql`, { ...init, body }),
    await decoded.app.fetch(ofTexts()),
    await decoded.app.fetch(ofTexts()),
  ];

  for (const answer of answers) {
    expect(answer.status).toBe(400);
    expect((await answer.json()).errors[0].message).toContain('decoded as text');
  }
  await expect
    .poll(() => decoded.log.filter(({ reason }) => reason === 'body-was-read'))
    .toHaveLength(answers.length);
  expect(JSON.stringify(decoded.log)).not.toContain('c4n4ry');
});

test('a client that waits for 100 Continue sends its body, and a half-closed connection gets its answer', async () => {
  await using mounted = await startMounted();
  const body = JSON.stringify({ query: '{ beeper { sandbox } }' });
  const socket = connect({ port: Number(new URL(mounted.origin).port), host: '127.0.0.1' });
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nexpect: 100-continue\r\nconnection: close\r\n\r\n`,
  );
  const [first] = await once(socket, 'data');
  socket.write(body);
  const [second] = await once(socket, 'data');

  expect(String(first)).toContain('100 Continue');
  expect(String(second)).toContain('{"data":{"beeper":{"sandbox":true}}}');
});

test('it reads no environment, adds no listener to the process, prints nothing, and says what is wrong with a setting', async () => {
  const names = () => process.eventNames().map((name) => [name, process.listenerCount(name)]);
  const before = names();
  const written = vi.spyOn(process.stdout, 'write');
  vi.stubEnv('GATEWAY_PATH', '/elsewhere');

  const app = await createApp({ BEEPER_URL: '' });
  const answer = await app.fetch(new Request('http://localhost/graphql', post('{ beeper { sandbox } }')));
  await app.close();

  expect(answer.status).toBe(200);
  expect(names()).toEqual(before);
  expect(written).not.toHaveBeenCalled();
  const wrong: Record<string, string> = { BEEPER_URI: 'x', GATEWAY_LIST_SIZE: '0' };
  await expect(createApp(wrong)).rejects.toThrow(
    /GATEWAY_LIST_SIZE must be from 1 to 1000[\s\S]*BEEPER_URI is not a setting[\s\S]*BEEPER_URL/,
  );
  vi.unstubAllEnvs();
  written.mockRestore();
});

test('close waits for a write whose caller left, and LOG_LEVEL sets what is logged', async () => {
  await using beeper = await startBeeper();
  await using mounted = await startMounted({ ...beeper.settings, HOST: '127.0.0.1', LOG_LEVEL: 'error' });
  beeper.sandbox.next('POST /v1/chats/start', { delayMs: 300 });
  const leaving = new AbortController();
  const write = post(
    'mutation { startChat(input: { accountID: "matrix", user: { id: "@kishan:beeper.com" } }, idempotencyKey: "key-number-1") { __typename } }',
  );
  const left = fetch(`${mounted.origin}/graphql`, { ...write, signal: leaving.signal }).catch(() => 'left');
  await expect.poll(() => beeper.sandbox.calls.at(-1)?.route).toBe('POST /v1/chats/start');
  leaving.abort();
  await left;

  const startedAt = performance.now();
  await mounted.app.close();

  expect(performance.now() - startedAt).toBeGreaterThan(50);
  await fetch(`${mounted.origin}/graphql`, { method: 'PUT' });
  expect(mounted.log).toEqual([]);
});
