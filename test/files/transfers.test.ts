import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createFairPlaces } from '../../src/beeper/assets/fairPlaces.ts';
import { assetPath, assetSecret } from '../support/assetAddress.ts';
import { startGateway } from '../support/gateway.ts';
import { openSocket, requestText } from '../support/rawSocket.ts';

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(84)]);

/** What Beeper does with a request for a file. It has nothing else. */
let serve: (request: IncomingMessage, response: ServerResponse) => void;
let asked = 0;
let open = 0;
const beeper = createServer((request, response) => {
  if (!request.url?.startsWith('/v1/assets/serve?')) return void response.writeHead(404).end();
  asked++;
  open++;
  response.once('close', () => {
    open--;
  });
  serve(request, response);
});
beeper.listen(0, '127.0.0.1');
await once(beeper, 'listening');
const url = `http://127.0.0.1:${(beeper.address() as AddressInfo).port}`;
const gateway = await startGateway({
  beeper: url,
  files: { secret: assetSecret },
  transfers: { maxConnections: 4, shortMs: 300, waitMs: 2_000 },
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  beeper.closeAllConnections();
  beeper.close();
});
beforeEach(async () => {
  await expect.poll(() => open).toBe(0);
  asked = 0;
});

let files = 0;
const load = (headers: Record<string, string> = {}, permission = {}, signal: AbortSignal | null = null) =>
  fetch(`${gateway.origin}${assetPath(`mxc://beeper.com/${files++}`, permission)}`, { headers, signal });
/** A film that goes on slowly, so that a caller that has left is noticed. */
const sendFilm = (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(200, { 'content-length': '100000' }).write(png);
  const timer = setInterval(() => response.write('x'), 20);
  response.once('close', () => clearInterval(timer));
};
const sendPNG = (_: IncomingMessage, response: ServerResponse) => void response.end(png);

describe('an answer of Beeper that is wrong is no file', () => {
  const wrong: [what: string, status: number, headers: Record<string, string>, body: string][] = [
    ['a 206 without Content-Range', 206, {}, 'x'.repeat(10)],
    ['another part', 206, { 'content-range': 'bytes 10-19/1000' }, 'x'.repeat(10)],
    ['more than was asked for', 206, { 'content-range': 'bytes 0-5000/9000' }, 'x'.repeat(5_001)],
    [
      'another length than its part',
      206,
      { 'content-range': 'bytes 0-99/1000', 'content-length': '10' },
      'x'.repeat(10),
    ],
    ['several parts', 206, { 'content-type': 'multipart/byteranges; boundary=x' }, '--x--'],
  ];
  test.each(wrong)('%s', async (_, status, headers, body) => {
    serve = (_request, response) => void response.writeHead(status, headers).end(body);

    for (const range of ['bytes=0-4999', 'bytes=5-9', 'bytes=-3']) {
      const response = await load({ range });
      expect(response.status).toBe(502);
      expect(await response.text()).toMatch(/another part of the file/);
    }
  });

  test.each([
    ['fewer', 50],
    ['more', 5_000],
  ])('a part in chunks that has %s bytes than it says breaks the response', async (_, bytes) => {
    serve = (_request, response) => {
      response.writeHead(206, { 'content-range': 'bytes 0-4099/9000' });
      response.write(Buffer.alloc(bytes, 'x'));
      response.end();
    };
    const received = load({ range: 'bytes=0-4099' }).then((response) => response.arrayBuffer());

    await expect(received).rejects.toThrow();
  });
});

test('a head in small pieces is waited for, and no byte is lost or waits for the others', async () => {
  let go = () => {};
  serve = async (_request, response) => {
    response.writeHead(200, { 'content-length': String(png.length) });
    for (const byte of png.subarray(0, 20)) {
      response.write(Buffer.from([byte]));
      await sleep(2);
    }
    go = () => response.end(png.subarray(20));
  };
  const response = await load();
  expect(response.headers.get('content-type')).toBe('image/png');
  const reader = response.body?.getReader();
  expect((await reader?.read())?.value?.length).toBe(20);
  go();
  expect((await reader?.read())?.value).toHaveLength(png.length - 20);
});

describe('a caller that disconnects ends the transfer at once', () => {
  test('while the head is awaited', async () => {
    serve = () => {};
    const left = new AbortController();
    const response = load({}, {}, left.signal);
    response.catch(() => {});
    await expect.poll(() => open).toBe(1);
    left.abort();

    await expect.poll(() => open, { timeout: 3_000 }).toBe(0);
  });

  test('in the middle of the body', async () => {
    serve = sendFilm;
    const left = new AbortController();
    await load({}, {}, left.signal);
    left.abort();

    await expect.poll(() => open, { timeout: 3_000 }).toBe(0);
  });

  test('while it waits for a connection', async () => {
    const places = createFairPlaces({ count: 1, longCount: 0, maxWaiting: 1 });
    const until = performance.now() + 10_000;
    const left = new AbortController();
    const place = await places.enter('a', { until });
    const waiting = places.enter('a', { until, signal: left.signal });
    left.abort();

    await expect(waiting).rejects.toMatchObject({ reason: 'caller-gone', sent: false });
    const next = places.enter('a', { until });
    place.leave();
    (await next).leave();
  });
});

describe('fairness', () => {
  test('a caller has half of the connections; another one need not wait for it', async () => {
    const held: ServerResponse[] = [];
    serve = (request, response) => {
      if (request.headers.authorization === 'Bearer other') sendPNG(request, response);
      else held.push(response);
    };
    const mine = Array.from({ length: 10 }, () => load());
    await expect.poll(() => asked).toBe(2);
    expect((await load({}, { token: 'other' })).status).toBe(200);
    expect(held).toHaveLength(2);

    serve = sendPNG;
    for (const response of held) response.end(png);
    for (const response of await Promise.all(mine)) expect(response.status).toBe(200);
  });

  test('films that are paused do not keep pictures waiting', async () => {
    const left = new AbortController();
    serve = sendFilm;
    for (let n = 0; n < 4; n++) expect((await load({}, {}, left.signal)).status).toBe(200);
    serve = sendPNG;

    expect((await load()).status).toBe(200);
    left.abort();
  });

  test('a wait has an end: 503 with Retry-After', async () => {
    const left = new AbortController();
    serve = () => {};
    // Two are taken for long ones, and so on; twelve long ones go on beside four others, half of them for one owner.
    const all = Array.from({ length: 8 }, () => load({}, {}, left.signal).catch(() => null));
    await expect.poll(() => asked, { timeout: 5_000 }).toBe(8);
    const response = await load();

    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.text()).toMatch(/Too many files/);
    left.abort();
    await Promise.all(all);
  });

  test('owners take turns, and the longest queue makes room for others', async () => {
    const places = createFairPlaces({ count: 2, longCount: 0, maxWaiting: 4 });
    const until = performance.now() + 10_000;
    const order: string[] = [];
    const first = [await places.enter('a', { until }), await places.enter('b', { until })];
    const wait = (owner: string) =>
      places.enter(owner, { until }).then(
        (place) => {
          order.push(owner);
          place.leave();
        },
        () => order.push(`${owner} refused`),
      );
    const all = ['a', 'a', 'a', 'a', 'b', 'c', 'c'].map(wait);
    for (const place of first) place.leave();
    await Promise.all(all);

    expect(order.filter((one) => one.endsWith('refused')).toSorted()).toEqual([
      'a refused',
      'a refused',
      'c refused',
    ]);
    expect(order.filter((one) => !one.endsWith('refused')).toSorted()).toEqual(['a', 'a', 'b', 'c']);
    // All places are free again.
    await Promise.all([places.enter('a', { until }), places.enter('b', { until })]);
  });
});

test('a connection loads one file at a time, however many it asks for', async () => {
  const held: ServerResponse[] = [];
  serve = (_, response) => void held.push(response);
  await using connection = await openSocket(gateway);
  const get = () => requestText(`GET ${assetPath(`mxc://beeper.com/${files++}`)} HTTP/1.1`);
  connection.socket.write(Array.from({ length: 20 }, get).join(''));

  for (let count = 1; count <= 3; count++) {
    await expect.poll(() => held.length).toBe(count);
    expect((await fetch(`${gateway.origin}/health`)).status).toBe(200);
    expect(held).toHaveLength(count);
    held.at(-1)?.end(png);
  }
});
