import { connect } from 'node:net';
import type { Sandbox } from '../../src/sandbox/index.ts';

/** What came over a connection, and how it ended. */
export interface WireLog {
  /** All bytes, head included. */
  text: string;
  /** The socket's error code if it ended with one, such as ECONNRESET. */
  error: string | undefined;
  /** Milliseconds from the start to the first byte, and to the end. */
  firstByteMs: number | undefined;
  endMs: number;
}

/**
 * Sends one HTTP request by hand and logs what comes back until the server ends the connection, or until
 * `patience` has passed or `enough` bytes have come, when the client ends it. `length` is the announced length of
 * the body, if it is not the true one.
 */
export function speak(
  sandbox: Sandbox,
  request: { method?: string; path: string; body?: string; length?: number; close?: boolean },
  { patience = 5_000, enough = Number.POSITIVE_INFINITY } = {},
): Promise<WireLog> {
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
    const log: WireLog = { text: '', error: undefined, firstByteMs: undefined, endMs: 0 };
    const socket = connect(Number(new URL(sandbox.url).port), '127.0.0.1');
    const timer = setTimeout(() => socket.destroy(), patience);
    socket.on('data', (piece) => {
      log.firstByteMs ??= performance.now() - start;
      log.text += piece.toString();
      if (log.text.length >= enough) socket.destroy();
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      log.error = error.code;
    });
    socket.on('close', () => {
      clearTimeout(timer);
      resolve({ ...log, endMs: performance.now() - start });
    });
    socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
  });
}

/** Resolves once the condition holds; rejects after two seconds. */
export async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('The condition did not come true within two seconds');
}
