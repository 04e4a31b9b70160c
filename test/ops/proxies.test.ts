import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, seedChatIDs, startSandbox } from '../../src/sandbox/index.ts';
import { freePort } from '../support/freePort.ts';
import { kishan } from '../support/people.ts';
import { type Running, startReplica } from '../support/process.ts';
import { findOrInstall, installTimeoutMs } from '../support/programs.ts';
import { type Redis, startRedis } from '../support/redis.ts';
import {
  ask,
  hostName,
  open,
  type ProxyAnswer,
  put,
  type ReverseProxy,
  startCaddyExample,
  startNginxExample,
} from './proxies.ts';

const path = '/beeper/graphql';
let sandbox: Sandbox;
let redis: Redis;
let replicas: Running[];
let ports: number[];
let env: Record<string, string>;

beforeAll(async () => {
  for (const name of ['nginx', 'caddy', 'redis-server', 'openssl'] as const) await findOrInstall(name);
  sandbox = await startSandbox();
  redis = await startRedis();
  ports = [await freePort(), await freePort()];
  env = {
    BEEPER_URL: sandbox.url,
    BEEPER_ACCESS_TOKEN: sandbox.token,
    GATEWAY_STORE: redis.url,
    GATEWAY_PUBLIC_URL: `https://${hostName}`,
    GATEWAY_ASSET_SECRET: '0123456789abcdef'.repeat(4),
    GATEWAY_PATH: path,
    NODE_ENV: 'production',
  };
  replicas = await Promise.all(ports.map((port) => startReplica(port, env)));
}, installTimeoutMs);

afterAll(async () => {
  for (const each of [...replicas, redis, sandbox]) await each[Symbol.asyncDispose]();
});

const isServed = ({ status }: ProxyAnswer) => status === 200;

const write = (key: string | null) => ({
  query: `mutation($key: String) { createChat(
    input: { single: { accountID: "telegram", participantID: "@telegram_7001001:beeper.com" } }
    idempotencyKey: $key
  ) { __typename ... on CreateChatPayload { replayed } } }`,
  variables: { key },
});

describe.each([
  ['nginx', startNginxExample],
  ['Caddy', startCaddyExample],
] as const)('behind %s with the example in ops/', (name, startExample) => {
  let proxy: ReverseProxy;
  beforeAll(async () => {
    proxy = await startExample({ ports, path });
  });
  afterAll(() => proxy[Symbol.asyncDispose]());

  const createdChats = () => sandbox.calls.filter(({ route }) => route === 'POST /v1/chats').length;

  test('both replicas answer by TLS, with the request ID of the caller', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        ask(proxy, path, { query: '{ accounts { id } }' }, { 'x-request-id': `request-${name}-${index}` }),
      ),
    );

    for (const [index, { status, headers, body }] of answers.entries()) {
      expect(status).toBe(200);
      expect(headers['x-request-id']).toBe(`request-${name}-${index}`);
      expect(headers['strict-transport-security']).toMatch(/^max-age=\d+$/);
      expect(JSON.parse(body.toString())).toMatchObject({ data: { accounts: expect.any(Array) } });
    }
  });

  test('an answer is compressed once, by the gateway', async () => {
    const query = { query: '{ chats(first: 25) { nodes { id title lastActivity } } }' };
    const plain = await ask(proxy, path, query);
    const small = await ask(proxy, path, query, { 'accept-encoding': 'gzip' });

    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(JSON.parse(plain.body.toString())).toHaveProperty('data.chats.nodes');
    expect(small.headers['content-encoding']).toBe('gzip');
    expect(small.headers.vary).toMatch(/accept-encoding/i);
    expect(small.body.length).toBeLessThan(plain.body.length / 2);
  });

  test('events arrive one by one, uncompressed, and the socket to Beeper is closed when the caller leaves', async () => {
    const query = `subscription {
      chatEvents { __typename ... on BeeperMessageUpserted { message { plainText } } }
    }`;
    const headers = { accept: 'text/event-stream', 'accept-encoding': 'gzip' };
    const response = await open(proxy, path, { query }, headers);
    let received = '';
    response.setEncoding('utf8').on('data', (part) => {
      received += part;
    });

    expect(response.headers['content-type']).toMatch(/^text\/event-stream\b/);
    expect(response.headers['content-encoding']).toBeUndefined();
    await expect.poll(() => received).toContain('BeeperLiveStarted');
    for (const text of [`First through ${name}`, `Second through ${name}`]) {
      sandbox.people.write(kishan.chatID, text);
      await expect.poll(() => received).toContain(text);
    }

    expect(sandbox.live.sockets).toHaveLength(1);
    response.on('error', () => {}).destroy();
    await expect.poll(() => sandbox.live.sockets).toEqual([]);
  });

  test('a film opens at both replicas, as a whole and in part, and its address is not logged', async () => {
    const query = `{ chat(id: "${seedChatIDs.everyKind}") {
      messages(first: 200) { nodes { attachments { srcURL { contentURL } mimeType } } }
    } }`;
    const { body } = await ask(proxy, path, { query });
    const { data } = JSON.parse(body.toString());
    const film = data.chat.messages.nodes
      .flatMap(({ attachments }: { attachments: { mimeType: string }[] | null }) => attachments ?? [])
      .find(({ mimeType }: { mimeType: string }) => mimeType === 'video/mp4');
    const address = new URL(film.srcURL.contentURL);
    expect(address.origin).toBe(`https://${hostName}`);

    const headers = { 'accept-encoding': 'gzip' };
    const [one, two] = [
      await ask(proxy, address.pathname, undefined, headers),
      await ask(proxy, address.pathname, undefined, headers),
    ];
    expect(one).toMatchObject({ status: 200, headers: { 'content-length': String(one.body.length) } });
    expect(one.body.length).toBeGreaterThan(200_000);
    expect(two.body.equals(one.body)).toBe(true);
    const part = await ask(proxy, address.pathname, undefined, { range: 'bytes=100000-199999' });
    expect(part.status).toBe(206);
    expect(part.headers['content-range']).toBe(`bytes 100000-199999/${one.body.length}`);
    expect(part.body.equals(one.body.subarray(100_000, 200_000))).toBe(true);

    await expect.poll(() => proxy.log()).toContain('/assets/(masked)');
    expect(await proxy.log()).not.toContain(address.pathname);
  });

  test('a large upload reaches Beeper once, early bytes do not wait for late ones, and its address is not logged', async () => {
    const bytes = randomBytes(1_500_000);
    const query = `mutation { createUpload(input: { fileName: "film.bin", sizeBytes: ${bytes.length} }) {
      ... on CreateUploadPayload { url }
    } }`;
    const { body } = await ask(proxy, path, { query });
    const { pathname } = new URL(JSON.parse(body.toString()).data.createUpload.url);

    const stored = await put(proxy, pathname, bytes);
    expect(stored.statusCode).toBe(200);
    const answer = JSON.parse(Buffer.concat(await stored.toArray()).toString());
    expect(answer).toMatchObject({ uploadID: expect.any(String), sizeBytes: bytes.length });
    // The first replica has used it up for both.
    const again = await put(proxy, pathname, bytes);
    expect(again.statusCode).toBe(409);
    again.resume();

    const early = await put(proxy, '/uploads/c4n4ry', bytes.subarray(0, 100_000), 400_000_000);
    expect(early.statusCode).toBe(404);
    early.on('error', () => {}).destroy();

    await expect.poll(async () => (await proxy.log()).match(/\/uploads\/\(masked\)/g)?.length).toBe(3);
    for (const sealed of [pathname, 'c4n4ry']) expect(await proxy.log()).not.toContain(sealed);
  });

  test('what is asked for by GET is not logged', async () => {
    await ask(proxy, `${path}?query=${encodeURIComponent('{ __typename } # c4n4ry')}`);
    await expect.poll(() => proxy.log()).toContain(path);
    expect(await proxy.log()).not.toContain('c4n4ry');
  });

  test('only GraphQL and files are reachable, and only bodies that the gateway would take', async () => {
    for (const other of ['/ready', '/health', '/metrics', '/', `${path}/x`, '/x/assets/a']) {
      expect((await ask(proxy, other)).status, other).toBe(404);
    }
    const large = await ask(proxy, path, { query: `{ __typename } #${'x'.repeat(1_100_000)}` });
    expect(large.status).toBe(413);
  });

  test('the replicas share idempotency keys', async () => {
    const before = createdChats();

    const answers = await Promise.all(
      Array.from({ length: 6 }, () => ask(proxy, path, write(`shared-by-replicas-${name}`))),
    );

    expect(createdChats()).toBe(before + 1);
    const replayed = answers.map(({ body }) => JSON.parse(body.toString()).data.createChat.replayed);
    expect(replayed.toSorted()).toEqual([false, true, true, true, true, true]);
  });

  test('a replica that is killed is passed over, and a write that was sent is not sent again', async () => {
    const before = createdChats();
    for (let count = 0; count < 6; count++) sandbox.next('POST /v1/chats', { delayMs: 2_000 });
    const writes = Promise.all(Array.from({ length: 6 }, () => ask(proxy, path, write(null))));
    await expect.poll(createdChats).toBe(before + 6);
    replicas[0]?.kill('SIGKILL');
    const statuses = (await writes).map(({ status }) => status);
    await replicas[0]?.ends();
    const read = () =>
      Promise.all(Array.from({ length: 6 }, () => ask(proxy, path, { query: '{ __typename }' })));
    // Caddy notices within a second.
    if (name === 'Caddy') await expect.poll(async () => (await read()).every(isServed)).toBe(true);
    const reads = await read();
    replicas[0] = await startReplica(ports[0] ?? 0, env);

    expect(new Set(statuses)).toEqual(new Set([200, 502]));
    expect(reads.every(isServed)).toBe(true);
    expect(createdChats()).toBe(before + 6);
  });
});
