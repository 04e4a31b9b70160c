import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, sampleFiles, startSandbox } from '../../src/sandbox/index.ts';
import { sendRaw } from './sendRaw.ts';

const route = 'GET /v1/assets/serve';
const path = '/v1/assets/serve?url=mxc%3A%2F%2Fbeeper.com%2FspecimenText';
const size = sampleFiles['notes.txt'].fileSize;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

async function serve(headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  return fetch(sandbox.url + path, {
    method,
    headers: { authorization: `Bearer ${sandbox.token}`, ...headers },
  });
}

test('an error status, a body, a page and added headers replace what is served', async () => {
  sandbox.next(route, { status: 429, headers: { 'retry-after': '3' } });
  sandbox.next(route, { body: 'text', headers: { 'content-type': 'text/html' } });
  sandbox.next(route, { headers: { etag: '"other"' } });
  const answers = [await serve(), await serve(), await serve()];

  expect(answers.map(({ status }) => status)).toEqual([429, 200, 200]);
  expect(answers[0]?.headers.get('retry-after')).toBe('3');
  expect(await answers[1]?.text()).toBe('text');
  expect(answers[2]?.headers.get('etag')).toBe('"other"');
  expect((await answers[2]?.text())?.length).toBe(size);
});

test('ignoresRange sends the whole file to a request for a part', async () => {
  sandbox.next(route, { ignoresRange: true });
  const answer = await serve({ range: 'bytes=0-9' });

  expect(answer.status).toBe(200);
  expect((await answer.text()).length).toBe(size);
  expect(sandbox.calls.at(-1)?.headers.range).toBe('bytes=0-9');
});

test('omits leaves headers out, and without a length the body comes in chunks', async () => {
  sandbox.next(route, { omits: ['content-length', 'etag'] });
  const answer = await serve();

  expect(answer.headers.get('etag')).toBeNull();
  expect(answer.headers.get('content-length')).toBeNull();
  expect(answer.headers.get('transfer-encoding')).toBe('chunked');
  expect((await answer.text()).length).toBe(size);
});

test('encoding compresses the file', async () => {
  sandbox.next(route, { encoding: 'gzip' });
  const answer = await serve();

  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect((await answer.text()).length).toBe(size);
});

test('cut closes the connection in the middle of the file', async () => {
  sandbox.next(route, { cut: true });
  const { text } = await sendRaw(sandbox, { path });

  expect(text).toContain(`content-length: ${size}\r\n`);
  expect(text.split('\r\n\r\n')[1]).toHaveLength(size / 2);
  expect(sandbox.calls.at(-1)?.aborted).toBe(false);
});

test('stall sends half of the file and then nothing, until the client leaves', async () => {
  sandbox.next(route, { stall: true });
  const controller = new AbortController();
  const headers = { authorization: `Bearer ${sandbox.token}` };
  const answer = await fetch(sandbox.url + path, { headers, signal: controller.signal });
  const reader = answer.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  const next = reader?.read();

  expect(answer.headers.get('content-length')).toBe(String(size));
  expect(value).toHaveLength(size / 2);
  expect(sandbox.calls.at(-1)?.aborted).toBe(false);
  controller.abort();
  await expect(next).rejects.toThrow();
  await expect.poll(() => sandbox.calls.at(-1)?.aborted).toBe(true);
});

test('slowHeadersMs and slowBodyMs spread the response over the time', async () => {
  sandbox.next(route, { slowHeadersMs: 50 });
  sandbox.next(route, { slowBodyMs: 50 });
  for (const _ of ['head', 'body']) {
    const received = await sendRaw(sandbox, { path });

    expect(received.endMs).toBeGreaterThanOrEqual(45);
    expect(received.text.split('\r\n\r\n')[1]).toHaveLength(size);
  }
});

test('reset ends the connection without a response', async () => {
  sandbox.next(route, { reset: 'after' });
  expect(await sendRaw(sandbox, { path })).toMatchObject({ text: '', error: 'ECONNRESET' });
});

test('a client that reads nothing is sent nothing more than fits on the way', async () => {
  sandbox.addFile('mxc://beeper.com/huge', { bytes: 400_000_000 });
  const before = process.memoryUsage().rss;
  const controller = new AbortController();
  const answer = await fetch(`${sandbox.url}/v1/assets/serve?url=mxc%3A%2F%2Fbeeper.com%2Fhuge`, {
    headers: { authorization: `Bearer ${sandbox.token}` },
    signal: controller.signal,
  });
  expect((await serve()).status).toBe(200);
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  expect(answer.headers.get('content-length')).toBe('400000000');
  controller.abort();
});

test('a client that leaves in the middle of a large file aborts the call, and the sandbox goes on', async () => {
  sandbox.addFile('mxc://beeper.com/large', { bytes: 100_000_000 });
  const large = '/v1/assets/serve?url=mxc%3A%2F%2Fbeeper.com%2Flarge';
  const { text } = await sendRaw(sandbox, { path: large }, { maxLength: 100_000 });

  expect(text.length).toBeLessThan(10_000_000);
  await expect.poll(() => sandbox.calls.at(-1)?.aborted).toBe(true);
  expect((await serve()).status).toBe(200);
});

test('HEAD can get each of these faults', async () => {
  sandbox.next(route, { slowBodyMs: 20 });
  sandbox.next(route, { slowHeadersMs: 20 });
  sandbox.next(route, { encoding: 'gzip' });
  const statuses = [await serve({}, 'HEAD'), await serve({}, 'HEAD'), await serve({}, 'HEAD')].map(
    ({ status }) => status,
  );

  expect(statuses).toEqual([200, 200, 200]);
});
