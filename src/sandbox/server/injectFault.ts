import { once } from 'node:events';
import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { markClosedByServer } from './closedSockets.ts';
import type { Fault } from './fault.ts';
import { type ApiResponse, allowsBody, bodyOf, errorForStatus, json, signInPage, text } from './response.ts';
import { contentLength, drained, isHead, send, sendPart, writeHead } from './send.ts';

const pieces = 10;
const endlessPiece = 'x'.repeat(16_384);

/**
 * Sends the response with the fault. Resolves when there is nothing left to send.
 *
 * @param regular the response without the fault.
 * @param disconnected aborts when the connection closes.
 * @throws {DOMException} an AbortError if `disconnected` aborts during a wait.
 */
export async function injectFault(
  fault: Fault,
  regular: ApiResponse,
  response: ServerResponse,
  disconnected: AbortSignal,
): Promise<void> {
  if (fault.delayMs) await sleep(fault.delayMs, undefined, { signal: disconnected });
  if (fault.hang) return;
  if (fault.reset) return reset(await socketOf(response, disconnected));
  // The page comes from another program, which does not send Beeper's version.
  if (fault.html) response.removeHeader('X-Beeper-Desktop-Version');
  const content = applyFault(fault, regular);
  if (fault.encoding) return sendEncoded(content, response, fault.encoding);
  if (fault.endless) return sendEndless(content, response, disconnected);
  if (fault.cut || fault.stall) return sendHalf(content, response, fault, disconnected);
  if (fault.slowHeadersMs) return sendHeadSlowly(content, response, fault.slowHeadersMs, disconnected);
  if (fault.slowBodyMs) return sendBodySlowly(content, response, fault.slowBodyMs, disconnected);
  await send(content, response);
}

function applyFault(fault: Fault, regular: ApiResponse): ApiResponse {
  const { stream, ...content } = contentFor(fault, regular);
  const { omits = [] } = fault;
  const status = fault.status ?? content.status;
  const headers = Object.entries({ ...content.headers, ...fault.headers });
  return {
    status,
    headers: Object.fromEntries(headers.filter(([name]) => !omits.includes(name))),
    body: allowsBody(status) ? content.body : '',
    ...(stream && allowsBody(status) && { stream }),
    ...(omits.includes('content-length') && { omitsLength: true }),
  };
}

function contentFor(fault: Fault, regular: ApiResponse): ApiResponse {
  if (fault.html) return signInPage();
  if (typeof fault.body === 'string') return text(fault.body);
  if (fault.body !== undefined) return json(fault.body);
  if (fault.endless) return json({});
  if (fault.status === undefined || fault.status < 300) return regular;
  return fault.status < 400 ? text('') : errorForStatus(fault.status);
}

/**
 * Waits for the responses before this one on its connection. One that the client has got to its last byte may still lack the
 * call of `end`.
 */
async function socketOf(response: ServerResponse, signal: AbortSignal): Promise<Socket> {
  return response.socket ?? (await once(response, 'socket', { signal }))[0];
}

function reset(socket: Socket): void {
  markClosedByServer(socket);
  socket.resetAndDestroy();
}

const encoders: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  identity: (bytes) => bytes,
  gzip: (bytes) => gzipSync(bytes),
  'x-gzip': (bytes) => gzipSync(bytes),
  deflate: (bytes) => deflateSync(bytes),
  // Not a registered name: deflate without the header of zlib, as some servers send it.
  'raw-deflate': (bytes) => deflateRawSync(bytes),
  br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
};

async function sendEncoded(content: ApiResponse, response: ServerResponse, encoding: string): Promise<void> {
  const names = encoding.split(', ');
  const body = bodyOf(content);
  const bytes = names.reduce<Buffer>(
    (encoded, name) => encoders[name.toLowerCase()]?.(encoded) ?? encoded,
    await buffer(body.read(0, body.size)),
  );
  response.writeHead(content.status, {
    ...content.headers,
    'content-encoding': names.map((name) => name.replace('raw-', '')).join(', '),
    'content-length': bytes.length,
  });
  response.end(bytes);
}

async function sendHalf(
  content: ApiResponse,
  response: ServerResponse,
  { stall }: Fault,
  disconnected: AbortSignal,
): Promise<void> {
  const socket = await socketOf(response, disconnected);
  const { size } = bodyOf(content);
  if (size === 0 && !stall) {
    markClosedByServer(socket);
    socket.write(statusLine(content), () => socket.destroy());
    return;
  }
  writeHead(content, response);
  response.flushHeaders();
  await sendPart(content, response, 0, Math.ceil(size / 2));
  if (stall) return;
  markClosedByServer(socket);
  // What was written is sent first.
  socket.destroySoon();
}

async function sendBodySlowly(
  content: ApiResponse,
  response: ServerResponse,
  durationMs: number,
  disconnected: AbortSignal,
) {
  const { size } = bodyOf(content);
  const step = Math.max(1, Math.ceil(size / pieces));
  writeHead(content, response);
  response.flushHeaders();
  for (let start = 0; start < size; start += step) {
    await sleep(durationMs / pieces, undefined, { signal: disconnected });
    await sendPart(content, response, start, Math.min(size, start + step));
  }
  response.end();
}

// node:http cannot send part of a head. This writes to the socket directly and closes the connection at the end.
async function sendHeadSlowly(
  content: ApiResponse,
  response: ServerResponse,
  delayMs: number,
  disconnected: AbortSignal,
) {
  const socket = await socketOf(response, disconnected);
  socket.write(statusLine(content));
  await sleep(delayMs, undefined, { signal: disconnected });
  const headers = {
    ...response.getHeaders(),
    ...content.headers,
    ...contentLength(content),
    connection: 'close',
  };
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? ''].flat().map((one) => `${name}: ${one}\r\n`),
  );
  markClosedByServer(socket);
  socket.write(`${lines.join('')}\r\n`);
  const body = bodyOf(content);
  await pipeline(body.read(0, isHead(response) ? 0 : body.size), socket);
}

function statusLine({ status }: ApiResponse): string {
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Unknown'}\r\n`;
}

async function sendEndless(
  content: ApiResponse,
  response: ServerResponse,
  disconnected: AbortSignal,
): Promise<void> {
  response.writeHead(content.status, content.headers);
  response.write('{"chatID":"');
  while (!disconnected.aborted) {
    if (response.write(endlessPiece)) await turn();
    else await drained(response);
  }
}
