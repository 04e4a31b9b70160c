import { connect } from 'node:net';
import type { Sandbox } from '../../src/sandbox/index.ts';

/** What the client received on a connection, and how the connection ended. */
export interface RawResponse {
  /** Head and body. */
  text: string;
  /** The error code of the socket if it failed, such as ECONNRESET. */
  error: string | undefined;
  /** Milliseconds from the start to the first byte. */
  firstByteMs: number | undefined;
  /** Milliseconds from the start to the end of the connection. */
  endMs: number;
}

/**
 * Sends one HTTP request on a new socket. Resolves when the server closes the connection, or when the client does so
 * after `timeoutMs` or `maxLength` characters.
 *
 * @param request `length` overrides the content-length of the body.
 */
export function sendRaw(
  sandbox: Sandbox,
  request: { method?: string; path: string; body?: string; length?: number; close?: boolean },
  { timeoutMs = 5_000, maxLength = Number.POSITIVE_INFINITY } = {},
): Promise<RawResponse> {
  const { method = 'GET', path, body = '', length = Buffer.byteLength(body), close = true } = request;
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'host: localhost',
    `authorization: Bearer ${sandbox.token}`,
    ...(body && ['content-type: application/json', `content-length: ${length}`]),
    ...(close ? ['connection: close'] : []),
  ];
  const start = performance.now();
  return new Promise((resolve) => {
    const received: RawResponse = { text: '', error: undefined, firstByteMs: undefined, endMs: 0 };
    const socket = connect(Number(new URL(sandbox.url).port), '127.0.0.1');
    const timer = setTimeout(() => socket.destroy(), timeoutMs);
    socket.on('data', (piece) => {
      received.firstByteMs ??= performance.now() - start;
      received.text += piece.toString();
      if (received.text.length >= maxLength) socket.destroy();
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      received.error = error.code;
    });
    socket.on('close', () => {
      clearTimeout(timer);
      resolve({ ...received, endMs: performance.now() - start });
    });
    socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
  });
}
