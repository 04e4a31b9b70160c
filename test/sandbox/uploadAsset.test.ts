import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type ClientRequest, request as httpRequest } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  type SampleFileName,
  type Sandbox,
  sampleFiles,
  seedChatIDs,
  seedUploadIDs,
  startSandbox,
} from '../../src/sandbox/index.ts';
import { request, sdk5 } from './clients.ts';

const route = 'POST /v1/assets/upload';
const path = '/v1/assets/upload';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ maxUploadBytes: 100_000, sendAfterMs: 0 });
});
beforeEach(() => {
  sandbox.appVersion = '4.3.73';
  sandbox.appName = 'Beeper';
});
afterAll(() => sandbox.close());

const sample = (name: string) => readFile(`src/sandbox/files/${name}`);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function form(file: Blob | null, fields: Record<string, string> = {}, name = 'a.bin'): FormData {
  const data = new FormData();
  if (file) data.set('file', file, name);
  for (const [key, value] of Object.entries(fields)) data.set(key, value);
  return data;
}

async function upload(body: FormData | string, headers: Record<string, string> = {}) {
  const authorization = `Bearer ${sandbox.token}`;
  return request(sandbox, path, undefined, { method: 'POST', body, headers: { authorization, ...headers } });
}

/** Begins to upload 50 kB of a form that never ends. */
function beginUpload(): ClientRequest {
  const upstream = httpRequest(sandbox.url + path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${sandbox.token}`,
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': 1_000_000,
    },
  });
  upstream.on('error', () => {});
  upstream.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n');
  upstream.write(Buffer.alloc(50_000));
  return upstream;
}

test('the official SDK uploads a file, and the fields say what it is called', async () => {
  const bytes = await sample('harbour.jpg');
  const answer = await sdk5(sandbox).assets.upload({
    file: new File([bytes], 'ignored.bin'),
    fileName: 'Hafen ä.jpg',
    mimeType: 'image/x-photo',
  });

  expect(answer).toEqual({
    uploadID: expect.stringMatching(/^upload-/),
    srcURL: expect.stringMatching(/^file:\/\/\/Users\/me\//),
    fileName: 'Hafen ä.jpg',
    mimeType: 'image/x-photo',
    fileSize: bytes.length,
    width: 1600,
    height: 1200,
  });
  expect(sandbox.calls.at(-1)).toMatchObject({
    route,
    body: '',
    json: undefined,
    upload: {
      fields: { fileName: 'Hafen ä.jpg', mimeType: 'image/x-photo' },
      fileName: 'ignored.bin',
      mimeType: 'application/octet-stream',
      bytes: bytes.length,
      sha256: sha256(bytes),
    },
  });
});

test('without fields, name and type are those of the part; a type that says little is told from the bytes', async () => {
  const png = await sample('sketch.png');
  const named = await upload(form(new Blob([png], { type: 'image/x-own' }), {}, 'own.png'));
  const sniffed = await upload(form(new Blob([png]), {}, 'other.png'));
  const unknown = await upload(form(new Blob(['?'])));

  expect(named.json).toMatchObject({ fileName: 'own.png', mimeType: 'image/x-own' });
  expect(sniffed.json).toMatchObject({ fileName: 'other.png', mimeType: 'image/png' });
  expect(unknown.json).toMatchObject({ mimeType: 'application/octet-stream', fileSize: 1 });
});

test.each<[SampleFileName, object]>([
  ['harbour.jpg', { width: 1600, height: 1200 }],
  ['sketch.png', { width: 640, height: 480 }],
  ['parrot.gif', { width: 128, height: 128 }],
  ['sticker.webp', { width: 256, height: 256 }],
  ['harbour.avif', {}],
  ['harbour.heic', {}],
  ['scan.tiff', {}],
  ['note.ogg', { duration: 4 }],
  ['chime.wav', { duration: 1 }],
  ['song.mp3', {}],
  ['plan.pdf', {}],
  ['archive.zip', {}],
])('the type of %s is told and %j measured', async (name, measured) => {
  const { mimeType, fileSize } = sampleFiles[name];
  const { json } = await upload(form(new Blob([await sample(name)]), {}, name));

  expect(json).toEqual({
    uploadID: expect.any(String),
    srcURL: expect.any(String),
    fileName: name,
    mimeType,
    fileSize,
    ...measured,
  });
});

test('an upload can be sent, and the file of the message can be loaded; so can that of a draft', async () => {
  const client = sdk5(sandbox);
  const bytes = await sample('note.ogg');
  const { uploadID = '', srcURL = '' } = await client.assets.upload({ file: new File([bytes], 'note.ogg') });
  await client.messages.send(seedChatIDs.kishan, { attachment: { uploadID, type: 'voice-note' } });
  await client.chats.update(seedChatIDs.kishan, {
    draft: { text: 'Look', attachments: { a: { uploadID, type: 'file' } } },
  });
  const chat = sandbox.chats.get(seedChatIDs.kishan);
  const attachment = chat?.messages.at(-1)?.attachments?.[0];

  expect(attachment).toMatchObject({
    mimeType: 'audio/ogg',
    fileName: 'note.ogg',
    duration: 4,
    fileSize: bytes.length,
  });
  const draftPath = chat?.draft?.attachments?.a?.filePath;
  for (const url of [attachment?.id ?? '', srcURL, `file://${draftPath}`]) {
    const served = await client.assets.serve({ url });
    expect(sha256(new Uint8Array(await served.arrayBuffer()))).toBe(sha256(bytes));
  }
});

test.each([
  [seedUploadIDs.photo, 'harbour.jpg'],
  [seedUploadIDs.voiceNote, 'note.ogg'],
  [seedUploadIDs.document, 'plan.pdf'],
])('the upload %s is the sample file %s', async (uploadID, name) => {
  const client = sdk5(sandbox);
  await client.messages.send(seedChatIDs.kishan, { attachment: { uploadID } });
  const attachment = sandbox.chats.get(seedChatIDs.kishan)?.messages.at(-1)?.attachments?.[0];
  const served = await client.assets.serve({ url: attachment?.id ?? '' });
  const bytes = new Uint8Array(await served.arrayBuffer());

  expect(sha256(bytes)).toBe(sha256(await sample(name)));
  expect(attachment?.fileSize).toBe(bytes.length);
});

test('a form without a file, another body and a broken form are errors, and leave nothing behind', async () => {
  const before = sandbox.storedFiles;
  const answers = [
    await upload(form(null, { fileName: 'a' })),
    await upload('--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc', {
      'content-type': 'multipart/form-data; boundary=x',
    }),
    await upload('abc', { 'content-type': 'multipart/form-data' }),
    await upload('{}', { 'content-type': 'application/json' }),
  ];

  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 415]);
  expect(answers[0]?.json).toMatchObject({
    code: 'VALIDATION_ERROR',
    details: { issues: [{ path: ['body', 'file'] }] },
  });
  expect(sandbox.storedFiles).toBe(before);
});

test('a file of the maximum size is accepted, one byte more is 413, and zero bytes are a file', async () => {
  const before = sandbox.storedFiles;
  const [largest, tooLarge, empty] = [
    await upload(form(new Blob([Buffer.alloc(100_000)]))),
    await upload(form(new Blob([Buffer.alloc(100_001)]))),
    await upload(form(new Blob([]))),
  ];

  expect([largest?.status, tooLarge?.status, empty?.status]).toEqual([200, 413, 200]);
  expect(tooLarge?.json).toEqual({ code: 'PAYLOAD_TOO_LARGE', message: expect.any(String) });
  expect(empty?.json).toMatchObject({ fileSize: 0 });
  expect(sandbox.storedFiles).toBe(before + 2);
});

test('a request without a valid token is 401, older apps have no such route, and neither keeps the file', async () => {
  const before = sandbox.storedFiles;
  const body = form(new Blob(['abc']));

  expect((await upload(body, { authorization: 'Bearer wrong' })).status).toBe(401);
  sandbox.appVersion = '4.2.498';
  expect((await upload(body)).status).toBe(404);
  expect(sandbox.storedFiles).toBe(before);
  sandbox.appVersion = '4.2.499';
  expect((await upload(body)).status).toBe(200);
});

test('another server sends all fields with zero values, and reports a failure with 200', async () => {
  sandbox.appName = 'EasyMatrix';
  const done = await upload(form(new Blob(['abc']), {}, 'a.txt'));
  const failed = await upload(form(null));

  const zero = { width: 0, height: 0, duration: 0 };
  expect(done.json).toMatchObject({ ...zero, fileName: 'a.txt', fileSize: 3, error: '' });
  expect(failed).toMatchObject({
    status: 200,
    json: { ...zero, uploadID: '', srcURL: '', fileSize: 0, error: expect.stringContaining('file') },
  });
});

test('an upload that the client aborts leaves nothing behind, and its bytes were counted', async () => {
  const before = sandbox.storedFiles;
  const upstream = beginUpload();
  await expect.poll(() => sandbox.storedFiles).toBe(before + 1);
  await expect.poll(() => sandbox.calls.at(-1)?.upload?.bytes).toBeGreaterThan(40_000);
  upstream.destroy();

  await expect.poll(() => sandbox.calls.at(-1)?.aborted).toBe(true);
  await expect.poll(() => sandbox.storedFiles).toBe(before);
  expect(sandbox.calls.at(-1)?.upload?.sha256).toBeNull();
});

test('close deletes the files, also those that are still arriving', async () => {
  const whole = sandbox;
  sandbox = await startSandbox();
  await upload(form(new Blob(['abc'])));
  beginUpload();
  await expect.poll(() => sandbox.storedFiles).toBe(2);
  await sandbox.close();

  expect(sandbox.storedFiles).toBe(0);
  sandbox = whole;
});

test('a fault that replaces the response keeps no file, and one that performs keeps it', async () => {
  const before = sandbox.storedFiles;
  sandbox.next(route, { status: 500 });
  sandbox.next(route, { body: { error: 'The disk is full' } });
  sandbox.next(route, { reset: 'after', performs: true });
  const body = form(new Blob(['abc']));

  expect((await upload(body)).status).toBe(500);
  expect((await upload(body)).json).toEqual({ error: 'The disk is full' });
  await expect(upload(body)).rejects.toThrow();
  expect(sandbox.storedFiles).toBe(before + 1);
});

test('early responds while the client still sends', async () => {
  sandbox.next(route, { early: true, status: 413 });
  const upstream = beginUpload();
  const status = await new Promise((resolve) =>
    upstream.on('response', (answer) => resolve(answer.statusCode)),
  );
  upstream.destroy();

  expect(status).toBe(413);
  expect(sandbox.calls.at(-1)?.upload).toBeUndefined();
});

test('reset during the body ends the connection while the client still sends', async () => {
  sandbox.next(route, { reset: 'during' });
  const upstream = beginUpload();
  const code = await new Promise((resolve) =>
    upstream.on('error', (error: NodeJS.ErrnoException) => resolve(error.code)),
  );

  expect(code).toMatch(/ECONNRESET|EPIPE/);
  expect(sandbox.calls.at(-1)?.aborted).toBe(false);
});

test('hang reads the upload and never responds; with early, it reads nothing', async () => {
  const before = sandbox.storedFiles;
  sandbox.next(route, { hang: true });
  sandbox.next(route, { hang: true, early: true });
  const controller = new AbortController();
  const headers = { authorization: `Bearer ${sandbox.token}` };
  const send = () =>
    fetch(sandbox.url + path, {
      method: 'POST',
      body: form(new Blob(['abc'])),
      headers,
      signal: controller.signal,
    }).catch(() => {});
  const calls = sandbox.calls.length;
  void send();
  await expect.poll(() => sandbox.calls[calls]?.upload?.sha256).toBe(sha256(Buffer.from('abc')));
  void send();
  await expect.poll(() => sandbox.calls.length).toBe(calls + 2);

  expect(sandbox.calls[calls + 1]?.upload).toBeUndefined();
  expect(sandbox.storedFiles).toBe(before);
  controller.abort();
});
