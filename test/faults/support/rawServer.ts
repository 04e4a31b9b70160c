import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A server below HTTP: it reads requests, and what it does then no proper server does. */
export interface RawServer extends AsyncDisposable {
  readonly url: string;
  /** How many requests were read in full, those of `GET /v1/info` left out. */
  calls(): number;
  /** How many of them were POSTs. */
  writes(): number;
}

/** What is written for one request, as it stands; may also end or destroy the socket. */
export type Reply = (socket: Socket, body: string) => void;

/** Starts a server on `host`; `reply` gets the JSON that the route would answer with. `/v1/info` has no fault. */
export async function startRawServer(reply: Reply, host = '127.0.0.1'): Promise<RawServer> {
  const methods: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('end', () => socket.end());
    let read = '';
    socket.on('data', (piece) => {
      read += piece.toString('latin1');
      for (let one = nextRequest(read); one; one = nextRequest(read)) {
        read = read.slice(one.length);
        const body = JSON.stringify(bodyFor(one.method, one.path));
        if (one.path === '/v1/info') {
          socket.write(answer(body, 'content-type: application/json'));
          continue;
        }
        methods.push(one.method);
        reply(socket, body);
      }
    });
  });
  server.listen({ host, port: 0, ipv6Only: true });
  await once(server, 'listening');

  const { port } = server.address() as AddressInfo;

  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    calls: () => methods.length,
    writes: () => methods.filter((method) => method === 'POST').length,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The first request in `read`, where it is complete. */
function nextRequest(read: string): { method: string; path: string; length: number } | null {
  const headEnd = read.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const head = read.slice(0, headEnd);
  const length = headEnd + 4 + Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
  if (read.length < length) return null;
  const [method = '', path = ''] = head.split(' ');
  return { method, path: path.replace(/\?.*/, ''), length };
}

const chat = { id: '!raw:beeper.com', accountID: 'matrix', title: 'Raw', type: 'single' };

function bodyFor(method: string, path: string): object {
  if (method === 'POST') return { ...chat, chatID: chat.id, status: 'created' };
  if (path === '/v1/info') return { app: { name: 'Beeper', version: '4.3.73' } };
  if (path === '/v1/accounts') return [];
  if (/^\/v1\/chats\/(?!search$)[^/]+$/.test(path)) return chat;
  return { items: [], hasMore: false, oldestCursor: null, newestCursor: null };
}

/** An answer with these header lines, its length excepted where one of them gives it. */
export function answer(body: string, ...lines: string[]): string {
  const length = `content-length: ${Buffer.byteLength(body)}`;
  const head = lines.some((line) => line.startsWith('content-length')) ? lines : [length, ...lines];
  return `HTTP/1.1 200 OK\r\n${head.join('\r\n')}\r\n\r\n${body}`;
}
