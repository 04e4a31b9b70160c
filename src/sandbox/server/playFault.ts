import type { ServerResponse } from 'node:http';
import { STATUS_CODES } from 'node:http';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { noteOwnEnd } from './closedSockets.ts';
import type { Fault } from './fault.ts';
import type { Answer } from './response.ts';
import { bareError, json, page, text } from './response.ts';

const PIECES = 10;
const ENDLESS_PIECE = 'x'.repeat(16_384);

/**
 * Sends the answer as the fault has it: late, in pieces, cut, never, or another one altogether.
 * Returns when there is nothing left to send. Throws an AbortError if `gone` aborts during a wait.
 */
export async function strike(
  fault: Fault,
  own: Answer,
  response: ServerResponse,
  gone: AbortSignal,
): Promise<void> {
  if (fault.delayMs) await sleep(fault.delayMs, undefined, { signal: gone });
  if (fault.hang) return;
  if (fault.reset) return reset(response);
  // The page comes from another program, which has no version of Beeper to tell.
  if (fault.html) response.removeHeader('X-Beeper-Desktop-Version');
  const answer = alter(own, fault);
  if (fault.endless) return sendEndless(answer, response, gone);
  if (fault.cut) return sendHalf(answer, response);
  if (fault.slowHeadersMs) return sendHeadLate(answer, response, fault.slowHeadersMs, gone);
  if (fault.slowBodyMs) return sendInPieces(answer, response, fault.slowBodyMs, gone);
  send(answer, response);
}

/** Sends the answer at once, with its exact length. */
export function send(answer: Answer, response: ServerResponse): void {
  writeHead(answer, response);
  response.end(answer.body);
}

function alter(own: Answer, fault: Fault): Answer {
  const answer = replacement(own, fault);
  return {
    status: fault.status ?? answer.status,
    headers: { ...answer.headers, ...fault.headers },
    body: answer.body,
  };
}

function replacement(own: Answer, fault: Fault): Answer {
  if (fault.html) return page();
  if (typeof fault.body === 'string') return text(fault.body);
  if (fault.body !== undefined) return json(fault.body);
  if (fault.endless) return json({});
  if (fault.status === undefined || fault.status < 300) return own;
  return fault.status < 400 ? text('') : bareError(fault.status);
}

function writeHead(answer: Answer, response: ServerResponse): void {
  const hasBody = answer.status >= 200 && answer.status !== 204 && answer.status !== 304;
  const length = hasBody ? { 'content-length': String(Buffer.byteLength(answer.body)) } : {};
  response.writeHead(answer.status, { ...answer.headers, ...length });
}

function reset({ socket }: ServerResponse): void {
  if (!socket) return;
  noteOwnEnd(socket);
  socket.resetAndDestroy();
}

function sendHalf(answer: Answer, response: ServerResponse): void {
  const { socket } = response;
  if (!socket) return;
  const bytes = Buffer.from(answer.body);
  noteOwnEnd(socket);
  writeHead(answer, response);
  response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => socket.destroy());
}

async function sendInPieces(answer: Answer, response: ServerResponse, ms: number, gone: AbortSignal) {
  const bytes = Buffer.from(answer.body);
  const size = Math.max(1, Math.ceil(bytes.length / PIECES));
  writeHead(answer, response);
  response.flushHeaders();
  for (let start = 0; start < bytes.length; start += size) {
    await sleep(ms / PIECES, undefined, { signal: gone });
    response.write(bytes.subarray(start, start + size));
  }
  response.end();
}

// node:http can't send half a head, so this answer is written to the socket by hand, and the connection ends with it.
async function sendHeadLate(answer: Answer, response: ServerResponse, ms: number, gone: AbortSignal) {
  const socket = response.socket;
  if (!socket) return;
  socket.write(`HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? 'Unknown'}\r\n`);
  await sleep(ms, undefined, { signal: gone });
  const bytes = Buffer.from(answer.body);
  const headers = { ...response.getHeaders(), ...answer.headers, 'content-length': String(bytes.length) };
  const lines = Object.entries({ ...headers, connection: 'close' }).flatMap(([name, value]) =>
    [value ?? ''].flat().map((one) => `${name}: ${one}\r\n`),
  );
  noteOwnEnd(socket);
  socket.write(`${lines.join('')}\r\n`);
  socket.end(bytes);
}

async function sendEndless(answer: Answer, response: ServerResponse, gone: AbortSignal): Promise<void> {
  response.writeHead(answer.status, answer.headers);
  response.write('{"chatID":"');
  while (!gone.aborted) {
    if (response.write(ENDLESS_PIECE)) await turn();
    else await drained(response, gone);
  }
}

function drained(response: ServerResponse, gone: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done);
      gone.removeEventListener('abort', done);
      resolve();
    };
    response.once('drain', done);
    gone.addEventListener('abort', done);
  });
}
