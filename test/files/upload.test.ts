import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { multipartFile } from '../../src/files/multipart.ts';
import { addressFor, bytes, photo, put } from './uploadClient.ts';
import { startUploadPair, type UploadPair } from './uploadPair.ts';
import { json, uploaded } from './uploadTarget.ts';

let pair: UploadPair;
beforeAll(async () => {
  pair = await startUploadPair();
});
afterAll(() => pair[Symbol.asyncDispose]());
beforeEach(() => {
  pair.target.uploads.length = 0;
  pair.target.respond({ answer: json(200, uploaded) });
});

/** @returns the parts of the form that Beeper received: the head and the content of each. */
function parts() {
  const [upload] = pair.target.uploads;
  const [, boundary = '?'] =
    /^multipart\/form-data; boundary=(.*)$/.exec(upload?.headers['content-type'] ?? '') ?? [];
  const text = upload?.body().toString('latin1') ?? '';
  expect(upload?.headers['content-length']).toBe(String(text.length));
  const [first, ...rest] = text.split(`--${boundary}`);
  expect(first).toBe('');
  expect(rest.at(-1)).toBe('--\r\n');
  return rest.slice(0, -1).map((part) => {
    const [head = '', ...content] = part.split('\r\n\r\n');
    const utf8 = (bytes: string) => Buffer.from(bytes, 'latin1').toString();
    return [utf8(head.trim()), utf8(content.join('\r\n\r\n').replace(/\r\n$/, ''))];
  });
}

test('a file reaches Beeper as the last part of a form, after its name and type', async () => {
  const { status, answer } = await put(await addressFor(pair.gateway));

  expect(status).toBe(200);
  expect(answer).toEqual({
    uploadID: 'up-1',
    fileName: 'a.jpg',
    mimeType: 'image/jpeg',
    sizeBytes: 5,
    width: null,
    height: null,
    durationSeconds: null,
  });
  expect(pair.target.uploads[0]?.headers.authorization).toBe('Bearer sandbox-token');
  expect(parts()).toEqual([
    ['content-disposition: form-data; name="fileName"', 'a.jpg'],
    ['content-disposition: form-data; name="mimeType"', 'image/jpeg'],
    ['content-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg', bytes],
  ]);
});

test('Beeper receives the bytes of a file unchanged, and the token of the caller', async () => {
  const file = Uint8Array.from({ length: 300_000 }, (_, n) => (n * 7) % 256);
  const headers = { authorization: 'Bearer the-caller' };
  const url = await addressFor(pair.gateway, { sizeBytes: file.length }, headers);

  expect((await put(url, { body: file })).status).toBe(200);

  expect(pair.target.uploads[0]?.body().includes(Buffer.from(file))).toBe(true);
  expect(pair.target.uploads[0]?.headers.authorization).toBe('Bearer the-caller');
});

test('a file of unknown type is sent without one, for Beeper to look at', async () => {
  await put(await addressFor(pair.gateway, { mimeType: null }));

  expect(parts()).toEqual([
    ['content-disposition: form-data; name="fileName"', 'a.jpg'],
    [
      'content-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: application/octet-stream',
      bytes,
    ],
  ]);
});

for (const [fileName, escaped] of [
  ['"; filename="x.exe', '%22; filename=%22x.exe'],
  ['Ünïcödé 👋.png', 'Ünïcödé 👋.png'],
  ['photo\u202egpj.exe', 'photo\u202egpj.exe'],
  ['a--b%22.txt', 'a--b%22.txt'],
]) {
  test(`the file name ${JSON.stringify(fileName)} adds no header and no part`, async () => {
    await put(await addressFor(pair.gateway, { fileName }));

    const received = parts();
    expect(received).toHaveLength(3);
    expect(received[0]?.[1]).toBe(fileName);
    expect(received[2]).toEqual([
      `content-disposition: form-data; name="file"; filename="${escaped}"\r\ncontent-type: image/jpeg`,
      bytes,
    ]);
  });
}

test('a line end in a name can’t end a header', () => {
  const { before } = multipartFile({ fileName: 'a\r\n\r\n<script>"', mimeType: null, sizeBytes: 1 });
  expect(Buffer.from(before).toString()).toContain('; filename="a%0D%0A%0D%0A<script>%22"\r\n');
});

test('a body in chunks, without a length, reaches Beeper with its exact length', async () => {
  const chunks = async function* () {
    for (const letter of bytes) {
      yield Buffer.from(letter);
      await sleep(1);
    }
  };

  const { status } = await put(await addressFor(pair.gateway), {
    body: chunks(),
  });

  expect(status).toBe(200);
  expect(parts().at(-1)?.[1]).toBe(bytes);
});

for (const [what, answer, expected] of [
  [
    'all that Beeper knows',
    {
      ...uploaded,
      fileName: 'b.png',
      mimeType: 'image/png',
      fileSize: 7,
      width: 4,
      height: 3,
      duration: 2.5,
    },
    { fileName: 'b.png', mimeType: 'image/png', sizeBytes: 7, width: 4, height: 3, durationSeconds: 2.5 },
  ],
  [
    'what the gateway was told, and null for the rest, where Beeper sends zero values',
    {
      ...{ uploadID: 'up-1', error: '', fileName: '', mimeType: '', srcURL: '' },
      ...{ fileSize: 0, width: 0, height: 0, duration: 0 },
    },
    { ...photo, width: null, height: null, durationSeconds: null },
  ],
  [
    'the same where Beeper sends an ID alone, as a number',
    { uploadID: 17 },
    { ...photo, width: null, height: null, durationSeconds: null, uploadID: '17' },
  ],
] as const) {
  test(`the answer has ${what}`, async () => {
    pair.target.respond({ answer: json(200, answer) });

    const response = await put(await addressFor(pair.gateway));

    expect(response.answer).toEqual({ uploadID: 'up-1', ...expected });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });
}

test('neither the name of a file nor its address or ID is logged', async () => {
  const url = await addressFor(pair.gateway, { fileName: 'c4n4ry.jpg' });
  await put(url);
  pair.target.respond({ answer: json(500, { message: 'c4n4ry.jpg', code: 'X' }) });
  await put(await addressFor(pair.gateway, { fileName: 'c4n4ry.jpg' }));

  const lines = JSON.stringify([...pair.gateway.log, ...pair.gateway.served]);
  expect(lines).toContain('Upload to Beeper failed');
  for (const secret of ['c4n4ry', url.slice(-20), 'up-1']) expect(lines).not.toContain(secret);
});
