import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  encryptedFileURL,
  generatedSHA256,
  lostFileURLs,
  type Sandbox,
  sampleFileAt,
  sampleFiles,
  startSandbox,
} from '../../src/sandbox/index.ts';
import { sdk5 } from './clients.ts';

const photo = 'mxc://beeper.com/specimenImage';
const photoSize = sampleFiles['harbour.jpg'].fileSize;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => {
  sandbox.appVersion = '4.3.73';
  sandbox.appName = 'Beeper';
});
afterAll(() => sandbox.close());

async function serve(url: string, headers: Record<string, string> = {}, method = 'GET') {
  const response = await fetch(`${sandbox.url}/v1/assets/serve?url=${encodeURIComponent(url)}`, {
    method,
    headers: { authorization: `Bearer ${sandbox.token}`, ...headers },
  });
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('each sample file is served with its length, an ETag and a time, and without a content type', async () => {
  for (const [url, name] of Object.entries(sampleFileAt)) {
    const { status, headers, bytes } = await serve(url);

    expect({ url, status, size: bytes.length }).toEqual({
      url,
      status: 200,
      size: sampleFiles[name].fileSize,
    });
    expect(sha256(bytes)).toBe(sha256(await readFile(`src/sandbox/files/${name}`)));
    expect(headers.get('content-type')).toBeNull();
    expect(headers.get('content-length')).toBe(String(bytes.length));
    expect(headers.get('accept-ranges')).toBe('bytes');
    expect(headers.get('etag')).toMatch(/^"[\w-]+"$/);
    expect(headers.get('last-modified')).toBe('Fri, 14 Aug 2026 08:00:00 GMT');
  }
});

test('the official SDK loads a file', async () => {
  const response = await sdk5(sandbox).assets.serve({ url: photo });

  expect(sha256(new Uint8Array(await response.arrayBuffer()))).toBe(
    sha256(await readFile('src/sandbox/files/harbour.jpg')),
  );
  expect(sandbox.calls.at(-1)).toMatchObject({ route: 'GET /v1/assets/serve' });
});

test('an avatar is a PNG that depends on its URL alone', async () => {
  const folder = 'file:///Users/me/Library/Beeper/avatars';
  await using other = await startSandbox();
  const [first, again, second] = [
    await serve(`${folder}/me.jpg`),
    await sdk5(other).assets.serve({ url: `${folder}/me.jpg` }),
    await serve(`${folder}/one-of-each.png`),
  ];

  expect(first.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([first.bytes.readUInt32BE(16), first.bytes.readUInt32BE(20)]).toEqual([96, 96]);
  expect(first.bytes.equals(Buffer.from(await again.arrayBuffer()))).toBe(true);
  expect(first.bytes.equals(second.bytes)).toBe(false);
});

test.each([
  ['a path on the host, at its file URL', 'file:///Users/me/Library/Beeper/avatars/all-hands.png', 200],
  ['the same file URL with a host', 'file://localhost/Users/me/Library/Beeper/avatars/all-hands.png', 200],
  ['a path on the host', '/Users/me/Library/Beeper/avatars/all-hands.png', 502],
  ['a file URL that occurs nowhere', 'file:///etc/passwd', 502],
  ['a path that leads there', 'file:///Users/me/Library/Beeper/media/../../../../../etc/passwd', 502],
  ['a picture on the web', 'https://media.example.com/dance.gif', 502],
  ['an unknown mxc URL', 'mxc://beeper.com/unknown', 502],
  ['a file that the network no longer has', lostFileURLs[0] ?? '', 502],
  ['an encrypted file with its key', encryptedFileURL, 200],
  ['an encrypted file without its key', encryptedFileURL.replace(/\?.*/, ''), 502],
])('%s: %s is %i', async (_, url, status) => {
  const served = await serve(url);

  expect(served.status).toBe(status);
  if (status === 502)
    expect(JSON.parse(served.bytes.toString())).toEqual({ code: 'BAD_GATEWAY', message: expect.any(String) });
});

test('another server answers 404 for a missing file', async () => {
  sandbox.appName = 'EasyMatrix';
  const { status, bytes } = await serve('mxc://beeper.com/unknown');

  expect([status, JSON.parse(bytes.toString())]).toMatchObject([404, { code: 'NOT_FOUND' }]);
});

test('a request without url is a validation error, one without a token is 401, and older apps have no such route', async () => {
  expect(JSON.parse((await serve('')).bytes.toString())).toMatchObject({
    code: 'VALIDATION_ERROR',
    details: { issues: [{ path: ['query', 'url'] }] },
  });
  expect((await serve(photo, { authorization: 'Bearer wrong' })).status).toBe(401);
  sandbox.appVersion = '4.2.508';
  expect((await serve(photo)).status).toBe(404);
  sandbox.appVersion = '4.2.509';
  expect((await serve(photo)).status).toBe(200);
});

test.each([
  ['bytes=0-9', 206, 0, 10],
  ['bytes=100-', 206, 100, photoSize],
  ['bytes=-10', 206, photoSize - 10, photoSize],
  [`bytes=${photoSize - 1}-${photoSize + 99}`, 206, photoSize - 1, photoSize],
  [`bytes=-${photoSize + 1}`, 206, 0, photoSize],
  ['bytes=9-0', 200, 0, photoSize],
  ['bytes=0-1,5-6', 200, 0, photoSize],
  ['items=0-1', 200, 0, photoSize],
])('Range %s gets %i', async (range, status, start, end) => {
  const file = await readFile('src/sandbox/files/harbour.jpg');
  const served = await serve(photo, { range });

  expect(served.status).toBe(status);
  expect(served.bytes.equals(file.subarray(start, end))).toBe(true);
  expect(served.headers.get('content-length')).toBe(String(end - start));
  expect(served.headers.get('content-range')).toBe(
    status === 206 ? `bytes ${start}-${end - 1}/${photoSize}` : null,
  );
});

test.each([`bytes=${photoSize}-`, 'bytes=-0'])('Range %s gets 416 with the size', async (range) => {
  const { status, headers, bytes } = await serve(photo, { range });

  expect([status, bytes.length, headers.get('content-range')]).toEqual([416, 0, `bytes */${photoSize}`]);
});

test('a file that has not changed is 304, by ETag or by time', async () => {
  const { headers } = await serve(photo);
  const [etag, time] = [headers.get('etag') ?? '', headers.get('last-modified') ?? ''];
  const statuses = await Promise.all(
    [
      { 'if-none-match': etag },
      { 'if-none-match': `"a", W/${etag}` },
      { 'if-none-match': '"a"', 'if-modified-since': time },
      { 'if-modified-since': time },
      { 'if-modified-since': 'Thu, 13 Aug 2026 08:00:00 GMT' },
    ].map(async (condition) => (await serve(photo, condition)).status),
  );

  expect(statuses).toEqual([304, 304, 200, 304, 200]);
});

test('If-Range gets a part only of the file that the client has', async () => {
  const { headers } = await serve(photo);
  const range = 'bytes=0-9';
  const conditions = [
    headers.get('etag'),
    headers.get('last-modified'),
    '"other"',
    'Thu, 13 Aug 2026 08:00:00 GMT',
  ];
  const statuses = await Promise.all(
    conditions.map(async (known) => (await serve(photo, { range, 'if-range': known ?? '' })).status),
  );

  expect(statuses).toEqual([206, 206, 200, 200]);
});

test('HEAD gets the head alone', async () => {
  const { status, headers, bytes } = await serve(photo, {}, 'HEAD');

  expect([status, bytes.length, headers.get('content-length')]).toEqual([200, 0, String(photoSize)]);
  expect((await serve(lostFileURLs[0] ?? '', {}, 'HEAD')).status).toBe(502);
  expect(sandbox.calls.at(-1)).toMatchObject({ method: 'HEAD', route: 'GET /v1/assets/serve' });
});

test('addFile puts bytes at any URL, and removeFile takes them away', async () => {
  const url = 'file:///Users/me/a%20b.txt';
  sandbox.addFile(url, Buffer.from('hello'));
  const found = await serve('file:///Users/me/a b.txt', { range: 'bytes=1-2' });
  sandbox.removeFile(url);

  expect(found.bytes.toString()).toBe('el');
  expect((await serve(url)).status).toBe(502);
  sandbox.removeFile('mxc://beeper.com/specimenSong');
  expect((await serve('mxc://beeper.com/specimenSong')).status).toBe(502);
});

test('a generated file has a known hash, and any part of it is the same as in the whole', async () => {
  const content = { bytes: 1_000_000, beginning: Buffer.from('GIF89a') };
  sandbox.addFile('mxc://beeper.com/large', content);
  const whole = await serve('mxc://beeper.com/large');
  const part = await serve('mxc://beeper.com/large', { range: 'bytes=65000-700000' });

  expect(whole.bytes.length).toBe(1_000_000);
  expect(whole.bytes.subarray(0, 6).toString()).toBe('GIF89a');
  expect(sha256(whole.bytes)).toBe(await generatedSHA256(content));
  expect(part.bytes.equals(whole.bytes.subarray(65_000, 700_001))).toBe(true);
});
