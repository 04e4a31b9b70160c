import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A TCP server that reads HTTP requests and answers with bytes that no regular HTTP server sends. */
export interface RawServer extends AsyncDisposable {
  readonly url: string;
  /** Number of requests that were read completely, without those of `GET /v1/info`. */
  calls(): number;
  /** How many of them were writes. */
  writes(): number;
}

/** Answers one request: writes raw bytes, or ends or destroys the socket. */
export type Reply = (socket: Socket, body: string) => void;

/** Starts a server on `host`. `reply` gets the JSON of a regular answer. `/v1/info` always gets one. */
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
    writes: () => methods.filter((method) => method !== 'GET').length,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** @returns the first complete request in `read`, or null. */
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
  if (method !== 'GET') return { ...chat, chatID: chat.id, status: 'created', pendingMessageID: 'm1' };
  if (path === '/v1/info') return { app: { name: 'Beeper', version: '4.3.73' } };
  if (path === '/v1/accounts') return [];
  // A message has the same fields.
  if (/^\/v1\/chats\/(?!search$)[^/]+(\/messages\/[^/]+)?$/.test(path)) return chat;
  return { items: [], hasMore: false, oldestCursor: null, newestCursor: null };
}

/** @returns an answer with these header lines, and a content-length unless one of them is one. */
export function answer(body: string, ...lines: string[]): string {
  const length = `content-length: ${Buffer.byteLength(body)}`;
  const head = lines.some((line) => line.startsWith('content-length')) ? lines : [length, ...lines];
  return `HTTP/1.1 200 OK\r\n${head.join('\r\n')}\r\n\r\n${body}`;
}
