import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { ADA, ask, WHATSAPP } from './clients.ts';
import { speak, until } from './wire.ts';

const CREATE = 'POST /v1/chats';
const body = { accountID: WHATSAPP, type: 'single', participantIDs: [ADA] };
const raw = { method: 'POST', path: '/v1/chats', body: JSON.stringify(body) };

test('Queued faults strike one call each, in order, and then all is well', async () => {
  await using sandbox = await startSandbox();
  sandbox.next(CREATE, { status: 503 });
  sandbox.next(CREATE, { status: 429, headers: { 'retry-after': '3' } });
  const [first, second, third] = [
    await ask(sandbox, '/v1/chats', body),
    await ask(sandbox, '/v1/chats', body),
    await ask(sandbox, '/v1/chats', body),
  ];
  expect(first).toMatchObject({ status: 503, json: { code: 'SERVICE_UNAVAILABLE' } });
  expect(second?.headers.get('retry-after')).toBe('3');
  expect(third?.status).toBe(200);
});

test('A fault strikes only its own route', async () => {
  await using sandbox = await startSandbox();
  sandbox.always(CREATE, { status: 500 });
  expect((await ask(sandbox, '/v1/chats')).status).toBe(200);
  expect((await ask(sandbox, '/v1/chats', body)).status).toBe(500);
});

test('A standing fault gives way to queued ones, and ends with null', async () => {
  await using sandbox = await startSandbox();
  sandbox.always(CREATE, { status: 500 });
  sandbox.next(CREATE, { status: 502 });
  const statuses = [];
  for (let call = 0; call < 3; call += 1) statuses.push((await ask(sandbox, '/v1/chats', body)).status);
  sandbox.always(CREATE, null);
  statuses.push((await ask(sandbox, '/v1/chats', body)).status);
  expect(statuses).toEqual([502, 500, 500, 200]);
});

test('A status fault does no work unless it performs', async () => {
  await using sandbox = await startSandbox();
  const before = sandbox.chats.size;
  sandbox.next(CREATE, { status: 500 });
  await ask(sandbox, '/v1/chats', body);
  expect(sandbox.chats.size).toBe(before);
  sandbox.next(CREATE, { status: 500, performs: true });
  expect((await ask(sandbox, '/v1/chats', body)).status).toBe(500);
  expect(sandbox.chats.size).toBe(before + 1);
});

test('A body fault replaces the body: an object as JSON, a string as it stands', async () => {
  await using sandbox = await startSandbox();
  sandbox.next(CREATE, { body: { chatID: '' } });
  expect(await ask(sandbox, '/v1/chats', body)).toMatchObject({ status: 200, json: { chatID: '' } });
  sandbox.next(CREATE, {
    status: 400,
    body: '{"error":"old"}',
    headers: { 'content-type': 'application/json' },
  });
  const answer = await ask(sandbox, '/v1/chats', body);
  expect(answer).toMatchObject({ status: 400, text: '{"error":"old"}' });
  expect(answer.headers.get('content-type')).toBe('application/json');
});

test('A redirect fault has no body unless it is given one', async () => {
  await using sandbox = await startSandbox();
  const before = sandbox.chats.size;
  sandbox.next(CREATE, { status: 307, headers: { location: '/v1/elsewhere' } });
  expect(await ask(sandbox, '/v1/chats', body)).toMatchObject({ status: 307, text: '' });
  expect(sandbox.chats.size).toBe(before);
});

test('A 204 response has neither a body nor a content-length', async () => {
  await using sandbox = await startSandbox();
  for (const fault of [{ status: 204 }, { status: 204, slowHeadersMs: 10 }]) {
    sandbox.next(CREATE, fault);
    const { text } = await speak(sandbox, raw);
    expect(text).toMatch(/^HTTP\/1\.1 204 No Content\r\n.*\r\n\r\n$/s);
    expect(text).not.toMatch(/content-length/i);
  }
});

test('A cut response without a body ends after its status line', async () => {
  await using sandbox = await startSandbox();
  sandbox.next(CREATE, { status: 204, cut: true });
  expect((await speak(sandbox, raw)).text).toBe('HTTP/1.1 204 No Content\r\n');
  sandbox.next(CREATE, { body: '', cut: true });
  expect((await speak(sandbox, raw)).text).toBe('HTTP/1.1 200 OK\r\n');
});

test('A header fault leaves the rest of the answer alone', async () => {
  await using sandbox = await startSandbox();
  sandbox.next(CREATE, { headers: { 'x-beeper-desktop-version': '9.9.9' } });
  const answer = await ask(sandbox, '/v1/chats', body);
  expect(answer.headers.get('x-beeper-desktop-version')).toBe('9.9.9');
  expect(answer.json).toMatchObject({ title: 'Ada' });
});

test('A delay holds back every byte of the answer, and the work is done', async () => {
  await using sandbox = await startSandbox();
  const before = sandbox.chats.size;
  sandbox.next(CREATE, { delayMs: 300 });
  const log = await speak(sandbox, raw);
  expect(log.firstByteMs).toBeGreaterThanOrEqual(295);
  expect(log.text).toContain('"title":"Ada"');
  expect(sandbox.chats.size).toBe(before + 1);
});

test('A reset before reading gives a TCP reset, reads no body and does no work', async () => {
  await using sandbox = await startSandbox();
  const before = sandbox.chats.size;
  sandbox.next(CREATE, { reset: 'before', performs: true });
  const log = await speak(sandbox, raw);
  expect(log).toMatchObject({ text: '', error: 'ECONNRESET' });
  expect(sandbox.calls.at(-1)).toMatchObject({ body: '', aborted: false });
  expect(sandbox.chats.size).toBe(before);
});

test.each([true, false])(
  'A reset after reading gives a TCP reset without an answer (performs: %s)',
  async (performs) => {
    await using sandbox = await startSandbox();
    const before = sandbox.chats.size;
    sandbox.next(CREATE, { reset: 'after', performs });
    const log = await speak(sandbox, raw);
    expect(log).toMatchObject({ text: '', error: 'ECONNRESET' });
    expect(sandbox.calls.at(-1)).toMatchObject({ json: body, aborted: false });
    expect(sandbox.chats.size).toBe(before + (performs ? 1 : 0));
  },
);

test('A cut sends the whole length in the head, half of the body, and ends the connection', async () => {
  await using sandbox = await startSandbox();
  sandbox.next(CREATE, { cut: true });
  const { text, error } = await speak(sandbox, raw);
  const [head = '', half = ''] = text.split('\r\n\r\n');
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
  expect(error).toBeUndefined();
  expect(head).toMatch(/^HTTP\/1\.1 200 /);
  expect(half.length).toBe(Math.ceil(length / 2));
  expect(half).toMatch(/^\{"id":/);
  expect(sandbox.calls.at(-1)?.aborted).toBe(false);
});

test('A cut can be that of another status and body, with or without the work', async () => {
  await using sandbox = await startSandbox();
  const before = sandbox.chats.size;
  sandbox.next(CREATE, { cut: true, status: 201, body: 'abcdefgh' });
  expect((await speak(sandbox, raw)).text).toMatch(/^HTTP\/1\.1 201 .*\r\n\r\nabcd$/s);
  expect(sandbox.chats.size).toBe(before);
  sandbox.next(CREATE, { cut: true, performs: true });
  await expect(ask(sandbox, '/v1/chats', body)).rejects.toThrow();
  expect(sandbox.chats.size).toBe(before + 1);
});

test('An HTML fault answers 200 with a page that knows no version of Beeper', async () => {
  await using sandbox = await startSandbox();
  sandbox.next(CREATE, { html: true });
  const answer = await ask(sandbox, '/v1/chats', body);
  expect(answer).toMatchObject({ status: 200, text: expect.stringMatching(/^<!doctype html>/) });
  expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  expect(answer.headers.get('x-beeper-desktop-version')).toBeNull();
});

test('An endless body comes until the client has had enough, and stops then', async () => {
  await using sandbox = await startSandbox();
  sandbox.next(CREATE, { endless: true });
  const { text } = await speak(sandbox, raw, { enough: 3_000_000 });
  expect(text).toMatch(/^HTTP\/1\.1 200 /);
  expect(text).toMatch(/content-type: application\/json/);
  expect(text.length).toBeGreaterThanOrEqual(3_000_000);
  await until(() => sandbox.openSockets === 0);
  expect(sandbox.calls.at(-1)?.aborted).toBe(true);
});

test('A late head begins at once and is whole only after its time', async () => {
  await using sandbox = await startSandbox();
  sandbox.next(CREATE, { slowHeadersMs: 300 });
  const log = await speak(sandbox, raw);
  expect(log.firstByteMs).toBeLessThan(250);
  expect(log.endMs).toBeGreaterThanOrEqual(295);
  sandbox.next(CREATE, { slowHeadersMs: 50 });
  expect(await ask(sandbox, '/v1/chats', body)).toMatchObject({ status: 200, json: { title: 'Ada' } });
});

test('A dripping body has its head at once and its end after its time', async () => {
  await using sandbox = await startSandbox();
  sandbox.next(CREATE, { slowBodyMs: 300 });
  const log = await speak(sandbox, raw);
  expect(log.firstByteMs).toBeLessThan(250);
  expect(log.endMs).toBeGreaterThanOrEqual(250);
  expect(log.text).toContain('"title":"Ada"');
});

test('A hanging call is read and never answered', async () => {
  await using sandbox = await startSandbox();
  sandbox.next(CREATE, { hang: true });
  const log = await speak(sandbox, raw, { patience: 300 });
  expect(log).toMatchObject({ text: '', error: undefined });
  expect(sandbox.calls.at(-1)?.json).toEqual(body);
  await until(() => sandbox.calls.at(-1)?.aborted === true);
});

test('A fault strikes callers without a token too', async () => {
  await using sandbox = await startSandbox();
  sandbox.next('GET /v1/info', { status: 500 });
  expect((await fetch(`${sandbox.url}/v1/info`)).status).toBe(500);
});

test('A fault on a route that the app lacks strikes as well', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.600' });
  sandbox.next('POST /v1/chats/start', { status: 405 });
  expect((await ask(sandbox, '/v1/chats/start', {})).status).toBe(405);
});
