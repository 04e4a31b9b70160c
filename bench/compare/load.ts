import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { percentile } from './statistics.ts';

/**
 * Run as a process of its own: sends one request over and over, either `callers` at a time, or at a fixed rate. Jobs come from the parent
 * process, results go back to it. Every answer must have status 200 and exactly the expected body.
 */
export interface Job {
  readonly port: number;
  readonly path: string;
  /** Of the request. */
  readonly body: string;
  /** Of the answer. */
  readonly expected: string;
  /** Connections that send their next request as soon as they are answered; at a fixed rate, the most there may be. */
  readonly callers: number;
  readonly requests: number;
  readonly maxSeconds: number;
  /** Sends at this rate whether or not earlier requests are answered; null for as fast as possible. */
  readonly perSecond: number | null;
}

export interface Result {
  readonly seconds: number;
  readonly done: number;
  /**
   * Status 503: the server says that it is overloaded. The caller waits as `Retry-After` says. At a fixed rate also what was not sent
   * because all `callers` wait for an answer.
   */
  readonly refused: number;
  /** Any other answer that was not as expected. */
  readonly failed: number;
  /** The first of those that failed. */
  readonly fault: string | null;
  /** Of requests that were done, in milliseconds; at a fixed rate from the time at which a request was due. */
  readonly p50: number;
  readonly p99: number;
}

interface Answer {
  readonly status: number;
  readonly retryAfterMs: number;
  readonly body: Buffer;
}

interface Tally {
  done: number;
  refused: number;
  failed: number;
  fault: string | null;
  readonly latencies: number[];
}

function requestOf({ port, path, body }: Job): string {
  return `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\naccept: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

const headEnd = Buffer.from('\r\n\r\n');
const chunkedEnd = Buffer.from('0\r\n\r\n');

/** @returns the answer, or null while it is incomplete. */
function readAnswer(received: Buffer): Answer | null {
  const end = received.indexOf(headEnd);
  if (end < 0) return null;
  const head = received.toString('latin1', 0, end).toLowerCase();
  const status = Number(head.slice(9, 12));
  const retryAfterMs = 1_000 * Number(/retry-after: (\d+)/.exec(head)?.[1] ?? 0);
  const payload = received.subarray(end + headEnd.length);
  const length = /content-length: (\d+)/.exec(head)?.[1];
  if (length !== undefined)
    return payload.length < Number(length) ? null : { status, retryAfterMs, body: payload };
  if (!payload.subarray(-chunkedEnd.length).equals(chunkedEnd)) return null;
  return { status, retryAfterMs, body: joinChunks(payload) };
}

function joinChunks(payload: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = payload.indexOf('\r\n', at);
    const size = Number.parseInt(payload.toString('latin1', at, lineEnd), 16);
    if (!(size > 0)) return Buffer.concat(chunks);
    chunks.push(payload.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
}

/** One connection. A client library would use as much CPU time as the servers. */
function ask(socket: Socket, request: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (socket.destroyed) {
      reject(new Error('The connection was closed before the request.'));
      return;
    }
    let received: Buffer = Buffer.alloc(0);
    const onData = (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const answer = readAnswer(received);
      if (!answer) return;
      socket.off('data', onData).off('close', onClose);
      resolve(answer);
    };
    const onClose = () => reject(new Error('The connection was closed.'));
    socket.on('data', onData).on('close', onClose);
    socket.write(request);
  });
}

/** An answer that takes longer than this counts as none. */
const answerTimeoutMs = 20_000;

function open(port: number): Socket {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true }).on('error', () => {});
  return socket.setTimeout(answerTimeoutMs, () => socket.destroy());
}

/** @returns how many milliseconds the server asks to wait. */
async function askAndCount(socket: Socket, job: Prepared, since: number, tally: Tally): Promise<number> {
  const { status, body, retryAfterMs } = await ask(socket, job.request).catch((error: Error) => ({
    status: 0,
    retryAfterMs: 0,
    body: Buffer.from(error.message),
  }));
  if (status === 200 && body.equals(job.expected)) {
    tally.done += 1;
    tally.latencies.push(performance.now() - since);
  } else if (status === 503) {
    tally.refused += 1;
  } else {
    tally.failed += 1;
    tally.fault ??= `${status} ${body.toString('utf8', 0, 300)}`;
  }
  return retryAfterMs;
}

interface Prepared {
  readonly request: string;
  readonly expected: Buffer;
}

async function asFastAsPossible(job: Job, prepared: Prepared, tally: Tally): Promise<void> {
  const deadline = performance.now() + job.maxSeconds * 1_000;
  let sent = 0;
  async function call(): Promise<void> {
    let socket = open(job.port);
    while (sent < job.requests && performance.now() < deadline) {
      sent += 1;
      if (socket.destroyed) socket = open(job.port);
      const waitMs = await askAndCount(socket, prepared, performance.now(), tally);
      if (waitMs > 0) await sleep(waitMs);
    }
    socket.destroy();
  }
  await Promise.all(Array.from({ length: job.callers }, call));
}

/** An answer that comes late does not delay the next request, and counts from when the request was due. */
async function atRate(perSecond: number, job: Job, prepared: Prepared, tally: Tally): Promise<void> {
  const idle: Socket[] = Array.from({ length: Math.min(16, job.callers) }, () => open(job.port));
  const running = new Set<Promise<unknown>>();

  function send(due: number): void {
    if (running.size >= job.callers) {
      tally.refused += 1;
      return;
    }
    // In turn, so that none is idle for so long that the server closes it.
    const next = idle.shift();
    const socket = next && !next.destroyed ? next : open(job.port);
    const asked: Promise<unknown> = askAndCount(socket, prepared, due, tally).finally(() => {
      running.delete(asked);
      if (!socket.destroyed) idle.push(socket);
    });
    running.add(asked);
  }

  const metronome = new Worker(new URL('metronome.js', import.meta.url), {
    workerData: {
      startAt: performance.timeOrigin + performance.now() + 100,
      intervalMs: 1_000 / perSecond,
      count: Math.min(job.requests, job.maxSeconds * perSecond),
    },
    execArgv: [],
  });
  metronome.on('message', (due: number) => send(due - performance.timeOrigin));
  await once(metronome, 'exit');
  await Promise.all(running);
  for (const socket of idle) socket.destroy();
}

async function run(job: Job): Promise<Result> {
  const prepared = { request: requestOf(job), expected: Buffer.from(job.expected) };
  const tally: Tally = { done: 0, refused: 0, failed: 0, fault: null, latencies: [] };
  const startedAt = performance.now();
  if (job.perSecond === null) await asFastAsPossible(job, prepared, tally);
  else await atRate(job.perSecond, job, prepared, tally);
  const { latencies, ...counts } = tally;
  const seconds = (performance.now() - startedAt) / 1_000;
  return { seconds, ...counts, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
}

process.on('message', (job: Job) => {
  run(job).then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit());
