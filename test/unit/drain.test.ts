import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { drain } from '../../src/http/drain.ts';
import { createHTTPServer, type GatewayServer } from '../../src/http/httpServer.ts';

let server: GatewayServer;
/** The responses to requests on connections of their own, or their errors. */
let responses: Promise<string>[];
/** Is called with each request. */
let onRequest = () => {};

beforeEach(async () => {
  responses = [];
  onRequest = () => {};
  server = createHTTPServer((_, response) => {
    onRequest();
    response.end('ok');
  });
  server.http.listen(0, '127.0.0.1');
  await once(server.http, 'listening');
});

afterEach(() => {
  server.http.close();
});

function send(): void {
  const { port } = server.http.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  responses.push(text(socket.end('GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n')).catch(String));
}

const answered = /^HTTP\/1\.1 200 OK\r\nconnection: close\r\n[\s\S]*\r\n\r\nok$/i;

test('requests on connections that were opened before the drain, and are not accepted yet, are answered', async () => {
  for (let count = 0; count < 50; count++) send();

  expect(await drain(server, 10_000)).toBe(0);

  for (const response of await Promise.all(responses)) expect(response).toMatch(answered);
});

test('so are all of clients that send another request with each that arrives', async () => {
  onRequest = () => {
    if (server.http.listening) send();
  };
  for (let count = 0; count < 10; count++) send();

  expect(await drain(server, 10_000)).toBe(0);

  for (const response of await Promise.all(responses)) expect(response).toMatch(answered);
});
