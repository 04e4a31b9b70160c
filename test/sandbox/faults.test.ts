import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { type Fault, startSandbox } from '../../src/sandbox/index.ts';
import { ada, request, whatsapp } from './clients.ts';
import { sendRaw } from './sendRaw.ts';

const createRoute = 'POST /v1/chats';
const body = { accountID: whatsapp, type: 'single', participantIDs: [ada] };
const raw = { method: 'POST', path: '/v1/chats', body: JSON.stringify(body) };

test('each queued fault applies to one call, in order; later calls succeed', async () => {
  await using sandbox = await startSandbox();
  sandbox.next(createRoute, { status: 503 });
  sandbox.next(createRoute, { status: 429, headers: { 'retry-after': '3' } });
  const [first, second, third] = [
    await request(sandbox, '/v1/chats', body),
    await request(sandbox, '/v1/chats', body),
    await request(sandbox, '/v1/chats', body),
  ];
  expect(first).toMatchObject({ status: 503, json: { code: 'SERVICE_UNAVAILABLE' } });
  expect(second?.headers.get('retry-after')).toBe('3');
  expect(third?.status).toBe(200);
});

test('a fault applies to its own route only', async () => {
  await using sandbox = await startSandbox();
  sandbox.always(createRoute, { status: 500 });
  expect((await request(sandbox, '/v1/chats')).status).toBe(200);
  expect((await request(sandbox, '/v1/chats', body)).status).toBe(500);
});

test('a queued fault takes precedence over a permanent one; null removes the permanent one', async () => {
  await using sandbox = await startSandbox();
  sandbox.always(createRoute, { status: 500 });
  sandbox.next(createRoute, { status: 502 });
  const statuses = [];
  for (let call = 0; call < 3; call += 1) statuses.push((await request(sandbox, '/v1/chats', body)).status);
  sandbox.always(createRoute, null);
  statuses.push((await request(sandbox, '/v1/chats', body)).status);
  expect(statuses).toEqual([502, 500, 500, 200]);
});

test('an error status skips the handler unless performs is true', async () => {
  await using sandbox = await startSandbox();
  const before = sandbox.chats.size;
  sandbox.next(createRoute, { status: 500 });
  await request(sandbox, '/v1/chats', body);
  expect(sandbox.chats.size).toBe(before);
  sandbox.next(createRoute, { status: 500, performs: true });
  expect((await request(sandbox, '/v1/chats', body)).status).toBe(500);
  expect(sandbox.chats.size).toBe(before + 1);
});

test('a body fault replaces the body: an object is sent as JSON, a string unchanged', async () => {
  await using sandbox = await startSandbox();
  sandbox.next(createRoute, { body: { chatID: '' } });
  expect(await request(sandbox, '/v1/chats', body)).toMatchObject({ status: 200, json: { chatID: '' } });
  sandbox.next(createRoute, {
    status: 400,
    body: '{"error":"old"}',
    headers: { 'content-type': 'application/json' },
  });
  const response = await request(sandbox, '/v1/chats', body);
  expect(response).toMatchObject({ status: 400, text: '{"error":"old"}' });
  expect(response.headers.get('content-type')).toBe('application/json');
});

test('a redirect has no body by default and skips the handler', async () => {
  await using sandbox = await startSandbox();
  const before = sandbox.chats.size;
  sandbox.next(createRoute, { status: 307, headers: { location: '/v1/elsewhere' } });
  expect(await request(sandbox, '/v1/chats', body)).toMatchObject({ status: 307, text: '' });
  expect(sandbox.chats.size).toBe(before);
});

test('a 204 response has neither a body nor a content-length', async () => {
  await using sandbox = await startSandbox();
  for (const fault of [{ status: 204 }, { status: 204, slowHeadersMs: 10 }]) {
    sandbox.next(createRoute, fault);
    const { text } = await sendRaw(sandbox, raw);
    expect(text).toMatch(/^HTTP\/1\.1 204 No Content\r\n.*\r\n\r\n$/s);
    expect(text).not.toMatch(/content-length/i);
  }
});

test('cut closes the connection after the status line if the body is empty', async () => {
  await using sandbox = await startSandbox();
  sandbox.next(createRoute, { status: 204, cut: true });
  expect((await sendRaw(sandbox, raw)).text).toBe('HTTP/1.1 204 No Content\r\n');
  sandbox.next(createRoute, { body: '', cut: true });
  expect((await sendRaw(sandbox, raw)).text).toBe('HTTP/1.1 200 OK\r\n');
});

test('a header fault changes nothing but the header', async () => {
  await using sandbox = await startSandbox();
  sandbox.next(createRoute, { headers: { 'x-beeper-desktop-version': '9.9.9' } });
  const response = await request(sandbox, '/v1/chats', body);
  expect(response.headers.get('x-beeper-desktop-version')).toBe('9.9.9');
  expect(response.json).toMatchObject({ title: 'Ada' });
});

test('delayMs delays the whole response and runs the handler', async () => {
  await using sandbox = await startSandbox();
  const before = sandbox.chats.size;
  sandbox.next(createRoute, { delayMs: 300 });
  const received = await sendRaw(sandbox, raw);
  expect(received.firstByteMs).toBeGreaterThanOrEqual(295);
  expect(received.text).toContain('"title":"Ada"');
  expect(sandbox.chats.size).toBe(before + 1);
});

test('reset "before" resets the connection without reading the body or running the handler', async () => {
  await using sandbox = await startSandbox();
  const before = sandbox.chats.size;
  sandbox.next(createRoute, { reset: 'before', performs: true });
  const received = await sendRaw(sandbox, raw);
  expect(received).toMatchObject({ text: '', error: 'ECONNRESET' });
  expect(sandbox.calls.at(-1)).toMatchObject({ body: '', aborted: false });
  expect(sandbox.chats.size).toBe(before);
});

test.each([true, false])(
  'reset "after" resets the connection without a response (performs: %s)',
  async (performs) => {
    await using sandbox = await startSandbox();
    const before = sandbox.chats.size;
    sandbox.next(createRoute, { reset: 'after', performs });
    const received = await sendRaw(sandbox, raw);
    expect(received).toMatchObject({ text: '', error: 'ECONNRESET' });
    expect(sandbox.calls.at(-1)).toMatchObject({ json: body, aborted: false });
    expect(sandbox.chats.size).toBe(before + (performs ? 1 : 0));
  },
);

test('cut sends the full content-length and half of the body, then closes the connection', async () => {
  await using sandbox = await startSandbox();
  sandbox.next(createRoute, { cut: true });
  const { text, error } = await sendRaw(sandbox, raw);
  const [head = '', half = ''] = text.split('\r\n\r\n');
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
  expect(error).toBeUndefined();
  expect(head).toMatch(/^HTTP\/1\.1 200 /);
  expect(half.length).toBe(Math.ceil(length / 2));
  expect(half).toMatch(/^\{"id":/);
  expect(sandbox.calls.at(-1)?.aborted).toBe(false);
});

test('cut combines with status and body, with or without the handler', async () => {
  await using sandbox = await startSandbox();
  const before = sandbox.chats.size;
  sandbox.next(createRoute, { cut: true, status: 201, body: 'abcdefgh' });
  expect((await sendRaw(sandbox, raw)).text).toMatch(/^HTTP\/1\.1 201 .*\r\n\r\nabcd$/s);
  expect(sandbox.chats.size).toBe(before);
  sandbox.next(createRoute, { cut: true, performs: true });
  await expect(request(sandbox, '/v1/chats', body)).rejects.toThrow();
  expect(sandbox.chats.size).toBe(before + 1);
});

test('html responds 200 with a page and without the version header', async () => {
  await using sandbox = await startSandbox();
  sandbox.next(createRoute, { html: true });
  const response = await request(sandbox, '/v1/chats', body);
  expect(response).toMatchObject({ status: 200, text: expect.stringMatching(/^<!doctype html>/) });
  expect(response.headers.get('content-type')).toMatch(/^text\/html/);
  expect(response.headers.get('x-beeper-desktop-version')).toBeNull();
});

test('endless sends a body until the client disconnects', async () => {
  await using sandbox = await startSandbox();
  sandbox.next(createRoute, { endless: true });
  const { text } = await sendRaw(sandbox, raw, { maxLength: 3_000_000 });
  expect(text).toMatch(/^HTTP\/1\.1 200 /);
  expect(text).toMatch(/content-type: application\/json/);
  expect(text.length).toBeGreaterThanOrEqual(3_000_000);
  await expect.poll(() => sandbox.openSockets).toBe(0);
  expect(sandbox.calls.at(-1)?.aborted).toBe(true);
});

test('slowHeadersMs sends the status line at once and completes the head later', async () => {
  await using sandbox = await startSandbox();
  sandbox.next(createRoute, { slowHeadersMs: 300 });
  const received = await sendRaw(sandbox, raw);
  expect(received.firstByteMs).toBeLessThan(250);
  expect(received.endMs).toBeGreaterThanOrEqual(295);
  sandbox.next(createRoute, { slowHeadersMs: 50 });
  expect(await request(sandbox, '/v1/chats', body)).toMatchObject({ status: 200, json: { title: 'Ada' } });
});

test('slowBodyMs sends the head at once and spreads the body over the time', async () => {
  await using sandbox = await startSandbox();
  sandbox.next(createRoute, { slowBodyMs: 300 });
  const received = await sendRaw(sandbox, raw);
  expect(received.firstByteMs).toBeLessThan(250);
  expect(received.endMs).toBeGreaterThanOrEqual(250);
  expect(received.text).toContain('"title":"Ada"');
});

test('encoding compresses the body although the client does not accept it', async () => {
  await using sandbox = await startSandbox();
  sandbox.next(createRoute, { encoding: 'deflate, gzip' });
  const received = await sendRaw(sandbox, raw);
  expect(received.text).toMatch(/content-encoding: deflate, gzip/i);
  expect(received.text).not.toContain('Ada');
  sandbox.next(createRoute, { encoding: 'br' });
  expect(await request(sandbox, '/v1/chats', body)).toMatchObject({ status: 200, json: { title: 'Ada' } });
});

test('hang reads the request and never responds', async () => {
  await using sandbox = await startSandbox();
  sandbox.next(createRoute, { hang: true });
  const received = await sendRaw(sandbox, raw, { timeoutMs: 300 });
  expect(received).toMatchObject({ text: '', error: undefined });
  expect(sandbox.calls.at(-1)?.json).toEqual(body);
  await expect.poll(() => sandbox.calls.at(-1)?.aborted).toBe(true);
});

test('a fault applies to calls without a token', async () => {
  await using sandbox = await startSandbox();
  sandbox.next('GET /v1/info', { status: 500 });
  expect((await fetch(`${sandbox.url}/v1/info`)).status).toBe(500);
});

test('a fault applies to a route that the app version does not have', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.600' });
  sandbox.next('POST /v1/chats/start', { status: 405 });
  expect((await request(sandbox, '/v1/chats/start', {})).status).toBe(405);
});

test.each<{ name: string; fault: Fault; isWhole: boolean }>([
  { name: 'slowHeadersMs', fault: { slowHeadersMs: 20 }, isWhole: true },
  { name: 'cut', fault: { cut: true }, isWhole: false },
])('$name waits for the response before it on its connection', async ({ fault, isWhole }) => {
  await using sandbox = await startSandbox();
  sandbox.next('GET /v1/accounts', { delayMs: 50 });
  sandbox.next('GET /v1/chats', fault);
  const get = (path: string) =>
    `GET ${path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${sandbox.token}\r\n\r\n`;
  const socket = connect(Number(new URL(sandbox.url).port), '127.0.0.1');
  socket.write(get('/v1/accounts') + get('/v1/chats'));
  const [first = '', second = ''] = (await text(socket)).split('HTTP/1.1 200 OK').slice(1);

  expect(first).toMatch(/\r\n\r\n\[.*\]$/);
  expect(second).toMatch(/\r\n\r\n\{"items":/);
  expect(second.endsWith('}')).toBe(isWhole);
  expect(sandbox.calls.map(({ aborted }) => aborted)).toEqual([false, false]);
});
