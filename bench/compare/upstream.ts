import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Bodies, defaultSize, makeBodies, takeSamples } from './bodies.ts';

/**
 * Run as a process of its own: imitates Beeper Desktop 4.3 with prepared answers, as cheaply as node:http can.
 * `GET /bench/calls` answers with the number of calls by route and starts counting anew. `GET /bench/size?items=…&participants=…` changes the
 * size of the answers. The parent process is told the port.
 */
const samples = await takeSamples();

interface Prepared {
  readonly status: number;
  readonly body: Buffer;
}

let prepared = prepare(makeBodies(samples, defaultSize));
let calls: Record<string, number> = {};

function prepare(bodies: Bodies): Record<keyof Bodies, Prepared> {
  const ok = (body: string) => ({ status: 200, body: Buffer.from(body) });
  return {
    info: ok(bodies.info),
    accounts: ok(bodies.accounts),
    chats: ok(bodies.chats),
    started: ok(bodies.started),
    chat: ok(bodies.chat),
    sent: ok(bodies.sent),
    notFound: { status: 404, body: Buffer.from(bodies.notFound) },
  };
}

function routeOf(method: string, url: string): keyof Bodies | null {
  if (method === 'POST') {
    if (url === '/v1/chats/start') return 'started';
    if (url === '/v1/chats') return 'notFound';
    return url.endsWith('/messages') ? 'sent' : null;
  }
  if (url === '/v1/accounts') return 'accounts';
  if (url === '/v1/info') return 'info';
  if (url.startsWith('/v1/chats/')) return 'chat';
  return url === '/v1/chats' || url.startsWith('/v1/chats?') ? 'chats' : null;
}

function send(response: ServerResponse, { status, body }: Prepared): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    'x-beeper-desktop-version': samples.version,
  });
  response.end(body);
}

function answer(method: string, url: string): Prepared {
  const route = routeOf(method, url);
  if (route === null) return control(new URL(url, 'http://127.0.0.1'));
  calls[route] = (calls[route] ?? 0) + 1;
  return prepared[route];
}

function control({ pathname, searchParams }: URL): Prepared {
  if (pathname === '/bench/calls') {
    const counted = calls;
    calls = {};
    return { status: 200, body: Buffer.from(JSON.stringify(counted)) };
  }
  if (pathname === '/bench/size') {
    const [items, participants] = ['items', 'participants'].map((name) => Number(searchParams.get(name)));
    prepared = prepare(
      makeBodies(samples, {
        items: items || defaultSize.items,
        participants: participants || defaultSize.participants,
      }),
    );
    return { status: 200, body: Buffer.from('{}') };
  }
  return { status: 404, body: Buffer.from('{"message":"Route not found","code":"NOT_FOUND"}') };
}

const server = createServer((request, response) => {
  // The answer to a POST waits for its body: an early one would close the connection.
  request.resume().on('end', () => send(response, answer(request.method ?? '', request.url ?? '')));
});
// Contenders wait for their turn; no connection is to end meanwhile.
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.send?.({ port: (server.address() as AddressInfo).port });
process.on('disconnect', () => process.exit());
