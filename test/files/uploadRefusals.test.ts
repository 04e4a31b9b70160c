import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSeals } from '../../src/files/seals.ts';
import { createMemoryStore } from '../../src/writes/store/memory.ts';
import { type Store, StoreError } from '../../src/writes/store/store.ts';
import { openSocket, requestText } from '../support/rawSocket.ts';
import { addressFor, bytes, photo, put } from './uploadClient.ts';
import { startUploadPair, type UploadPair } from './uploadPair.ts';
import { json, uploaded } from './uploadTarget.ts';

const secret = 'a secret of at least 32 characters';
const owned = JSON.stringify({ expiresAt: 4e9, token: null, key: null, id: 'x', ...photo });
let pair: UploadPair;
let ahead = 0;
const memory = createMemoryStore();
let failing: keyof Store | null = null;
const fails = (name: keyof Store) =>
  failing === name ? Promise.reject(new StoreError('TIMEOUT')) : undefined;
const store: Store = {
  ...memory,
  claim: async (...args) => (await fails('claim')) ?? memory.claim(...args),
  put: async (...args) => (await fails('put')) ?? memory.put(...args),
  release: async (...args) => (await fails('release')) ?? memory.release(...args),
};

beforeAll(async () => {
  pair = await startUploadPair({ store, files: { secret, now: () => Date.now() + ahead } });
});
afterAll(() => pair[Symbol.asyncDispose]());
beforeEach(() => {
  ahead = 0;
  failing = null;
  pair.target.uploads.length = 0;
  pair.target.respond({ answer: json(200, uploaded) });
});

async function* stream(text: string) {
  if (text !== '') yield Buffer.from(text);
}

test.each([
  ['no body', { body: '' }, 400, 'BAD_REQUEST', 'The body is empty.'],
  ['an empty body in chunks', { body: stream('') }, 400, 'BAD_REQUEST', 'The body is empty.'],
  ['one byte too many', { body: 'bytes+' }, 413, 'PAYLOAD_TOO_LARGE', /more bytes than the 5/],
  ['one byte too few', { body: 'byte' }, 400, 'BAD_REQUEST', /has 4 bytes, fewer than the 5/],
  [
    'a compressed body',
    { headers: { 'content-encoding': 'gzip' } },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    /compressed/,
  ],
  [
    'a form',
    { headers: { 'content-type': 'multipart/form-data; boundary=x' } },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    /a form, not a file/,
  ],
])(
  '%s is refused before Beeper is asked, and the address still works',
  async (_, options, status, code, message) => {
    const url = await addressFor(pair.gateway);

    const refused = await put(url, options);

    expect(refused).toMatchObject({ status });
    expect(refused.answer).toMatchObject({
      errors: [
        {
          message: expect.stringMatching(message),
          extensions: { code, retryable: false, remedy: expect.stringMatching(/\.$/) },
        },
      ],
    });
    expect(pair.target.uploads).toEqual([]);
    expect((await put(url)).status).toBe(200);
  },
);

test.each([
  ['one byte too many', 1, 413],
  ['one byte too few', -1, 400],
])('a body in chunks with %s is cut off at Beeper, which keeps nothing', async (_, more, status) => {
  const sizeBytes = 1_000_000;
  const url = await addressFor(pair.gateway, { sizeBytes });

  const refused = await put(url, { body: stream('x'.repeat(sizeBytes + more)) });

  expect(refused.status).toBe(status);
  await expect.poll(() => pair.target.uploads).toMatchObject([{ isComplete: false, isCut: true }]);
  expect((await put(url, { body: 'x'.repeat(sizeBytes) })).status).toBe(200);
});

test('headers that say nothing wrong are accepted', async () => {
  const url = await addressFor(pair.gateway);
  const headers = { 'content-encoding': 'identity', 'content-type': 'text/html; charset=x' };

  expect((await put(url, { headers })).status).toBe(200);
});

test('a second PUT is refused after the first one, and does not reach Beeper', async () => {
  const url = await addressFor(pair.gateway);
  await put(url);

  const second = await put(url);

  expect(second).toMatchObject({
    status: 409,
    answer: {
      errors: [
        {
          message: 'A file was already uploaded to this address.',
          extensions: { code: 'CONFLICT', retryable: false, remedy: expect.stringMatching(/uploadID/) },
        },
      ],
    },
  });
  expect(pair.target.uploads).toHaveLength(1);
});

test('a second PUT is refused while the first one is running, which goes on', async () => {
  const url = await addressFor(pair.gateway);
  await using first = await openSocket(pair.gateway);
  const { pathname } = new URL(url);
  first.socket.write(requestText(`PUT ${pathname} HTTP/1.1`, { headers: { 'content-length': '5' } }));
  first.socket.write('by');
  await expect.poll(() => pair.target.uploads.length).toBe(1);

  const second = await put(url);
  first.socket.write('tes');

  expect(second.status).toBe(409);
  expect(second.answer.errors[0].message).toMatch(/is being uploaded/);
  await first.receives(/^HTTP\/1.1 200/);
  expect(pair.target.uploads).toMatchObject([{ isComplete: true }]);
});

test('an address can’t be used after ten minutes, also by an upload that failed before', async () => {
  const url = await addressFor(pair.gateway);
  pair.target.respond({ answer: json(500, {}) });
  expect((await put(url)).status).toBe(502);
  ahead = 598_000;
  expect((await put(url)).status).toBe(502);
  ahead = 601_000;

  const late = await put(url);

  expect(late).toMatchObject({ status: 410, answer: { errors: [{ extensions: { code: 'EXPIRED' } }] } });
  expect(pair.target.uploads).toHaveLength(2);
});

test.each([
  ['altered', (url: string) => url.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))],
  ['altered in the middle', (url: string) => `${url.slice(0, -60)}AAAA${url.slice(-56)}`],
  ['cut short', (url: string) => url.slice(0, -4)],
  ['sealed for an asset', (url: string) => url.replace(/[^/]+$/, createSeals(secret, 'asset').seal(owned))],
])('an address that is %s takes no file', async (_, change) => {
  const response = await fetch(change(await addressFor(pair.gateway)), { method: 'PUT', body: bytes });

  expect(response.status).toBe(404);
  expect(pair.target.uploads).toEqual([]);
});

test.each(['GET', 'POST', 'DELETE', 'PATCH'])('%s is refused with the methods that work', async (method) => {
  const response = await fetch(await addressFor(pair.gateway), { method });

  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toContain('PUT');
});

test('while the store can’t be used, no file is taken, and the same PUT works afterwards', async () => {
  const url = await addressFor(pair.gateway);
  failing = 'claim';

  const refused = await put(url);
  failing = null;

  expect(refused).toMatchObject({
    status: 503,
    answer: {
      errors: [
        { extensions: { code: 'UNAVAILABLE', retryable: true, remedy: expect.stringMatching(/again/) } },
      ],
    },
  });
  expect(pair.target.uploads).toEqual([]);
  expect((await put(url)).status).toBe(200);
});

test('a store that is lost during an upload does not spoil it, and the address stays claimed', async () => {
  const url = await addressFor(pair.gateway);
  failing = 'put';

  expect((await put(url)).status).toBe(200);
  failing = null;
  expect((await put(url)).status).toBe(409);
});
