import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, test } from 'vitest';
import { callerSignalOf } from '../../src/common/callerSignal.ts';

/** Sends a request, and returns its response object and the connection of the client. */
async function receive() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.resume().write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
  const [, response] = (await once(server, 'request')) as [IncomingMessage, ServerResponse];
  const signal = callerSignalOf(response);
  const heard: string[] = [];
  const listener = () => heard.push('gone');
  signal.addEventListener('abort', listener);
  return {
    client,
    response,
    signal,
    listener,
    heard,
    [Symbol.dispose]() {
      client.destroy();
      server.close();
    },
  };
}

test('a caller that disconnects before the response is gone', async () => {
  using received = await receive();
  expect(received.signal.aborted).toBe(false);

  received.client.destroy();
  await once(received.response, 'close');

  expect(received.signal.aborted).toBe(true);
  expect(received.heard).toEqual(['gone']);
});

test('a caller that has received the whole response is not gone', async () => {
  using received = await receive();

  received.response.end('done');
  await once(received.response, 'close');

  expect(received.signal.aborted).toBe(false);
  expect(received.heard).toEqual([]);
});

test('a listener that was removed hears nothing', async () => {
  using received = await receive();
  received.signal.removeEventListener('abort', received.listener);

  received.client.destroy();
  await once(received.response, 'close');

  expect(received.heard).toEqual([]);
});

test('of several listeners, each that was not removed hears that the caller is gone', async () => {
  using received = await receive();
  received.signal.addEventListener('abort', () => received.heard.push('second'));
  received.signal.removeEventListener('abort', received.listener);
  received.signal.addEventListener('abort', () => received.heard.push('third'));

  received.client.destroy();
  await once(received.response, 'close');

  expect(received.heard).toEqual(['second', 'third']);
});

test('a listener that is added after all others were removed hears that the caller is gone', async () => {
  using received = await receive();
  received.signal.removeEventListener('abort', received.listener);
  received.signal.addEventListener('abort', received.listener);

  received.client.destroy();
  await once(received.response, 'close');

  expect(received.heard).toEqual(['gone']);
});
