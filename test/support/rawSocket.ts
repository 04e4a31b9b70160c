import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect } from 'vitest';
import type { Gateway } from './gateway.ts';

/** A connection on which a test decides what is sent and when. */
export interface RawSocket extends AsyncDisposable {
  readonly socket: Socket;
  /** All that was received so far. */
  readonly received: () => string;
  /** Undefined while the connection is open for the client; the code of the error, or null after a clean end. */
  readonly ended: () => string | null | undefined;
  /** Waits until `pattern` was received. */
  receives(pattern: RegExp): Promise<void>;
  /** Waits until the gateway has ended the connection. */
  closes(timeoutMs?: number): Promise<void>;
}

/** @param allowHalfOpen as of `node:net`. */
export async function openSocket({ origin }: Pick<Gateway, 'origin'>): Promise<RawSocket> {
  const { hostname, port } = new URL(origin);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  let text = '';
  let ended: string | null | undefined;
  socket.setEncoding('latin1');
  socket.on('data', (chunk) => {
    text += chunk;
  });
  socket.on('end', () => {
    ended ??= null;
  });
  socket.on('error', (error: NodeJS.ErrnoException) => {
    ended ??= error.code ?? error.message;
  });
  await once(socket, 'connect');
  return {
    socket,
    received: () => text,
    ended: () => ended,
    receives: (pattern) => expect.poll(() => text, { timeout: 10_000 }).toMatch(pattern),
    closes: (timeout = 10_000) => expect.poll(() => ended, { timeout }).not.toBe(undefined),
    async [Symbol.asyncDispose]() {
      if (socket.closed) return;
      socket.destroy();
      await once(socket, 'close');
    },
  };
}

/** @returns a request as text: `content-length` is that of `body` unless `headers` have it. */
export function requestText(
  line: string,
  { headers = {}, body = '' }: { headers?: Record<string, string>; body?: string } = {},
): string {
  const all = {
    host: '127.0.0.1',
    ...(body !== '' && {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
    }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `${[line, ...lines].join('\r\n')}\r\n\r\n${body}`;
}

/** @returns a POST of an operation as text. */
export const postText = (query: string, headers: Record<string, string> = {}, path = '/graphql'): string =>
  requestText(`POST ${path} HTTP/1.1`, { headers, body: JSON.stringify({ query }) });
