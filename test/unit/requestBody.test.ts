import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readBody } from '../../src/http/requestBody.ts';

const limits = () => ({ maxBytes: 100, uploads: { bytes: 0 } });

/** @returns what `read` makes of a request whose parts are written one after the other, and whether the request ended. */
async function receive(parts: readonly string[], read: (request: IncomingMessage) => unknown) {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const result = new Promise<unknown>((resolve) => {
    server.on('request', (request) => process.nextTick(() => resolve([read(request), request])));
  });
  for (const part of parts) {
    client.write(part);
    await sleep(50);
  }
  const [body, request] = (await result) as [unknown, IncomingMessage];
  const text = await body;
  if (!request.readableEnded) await once(request, 'end', { signal: AbortSignal.timeout(2_000) });
  client.destroy();
  server.close();
  return { isPromise: body instanceof Promise, text };
}

const head = (length: number) => `POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${length}\r\n\r\n`;
const read = (request: IncomingMessage) =>
  readBody(
    new Request('http://localhost', { headers: request.headers as HeadersInit }),
    { req: request },
    limits(),
  );

test('a body that arrives together with the headers is read at once, and the request ends', async () => {
  expect(await receive([`${head(5)}hello`], read)).toEqual({ isPromise: false, text: 'hello' });
});

test('a body that arrives later, or in parts, is waited for, and the request ends', async () => {
  expect(await receive([head(5), 'hello'], read)).toEqual({ isPromise: true, text: 'hello' });
  expect(await receive([`${head(5)}he`, 'llo'], read)).toEqual({ isPromise: true, text: 'hello' });
});

test('a body beyond the limit is refused, whether its length is declared or not', async () => {
  const caught = (request: IncomingMessage) => {
    try {
      return Promise.resolve(read(request)).catch((error: unknown) => error);
    } catch (error) {
      request.resume();
      return error;
    }
  };
  const chunked = 'POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n';
  const drain = (request: IncomingMessage) => {
    const result = caught(request);
    sleep(100).then(() => request.resume());
    return result;
  };

  expect((await receive([`${head(101)}${'x'.repeat(101)}`], caught)).text).toMatchObject({
    extensions: { code: 'PAYLOAD_TOO_LARGE' },
  });
  expect((await receive([`${chunked}65\r\n${'x'.repeat(101)}\r\n0\r\n\r\n`], drain)).text).toMatchObject({
    extensions: { code: 'PAYLOAD_TOO_LARGE' },
  });
});
