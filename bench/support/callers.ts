import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Run as a process of its own, so that the load is not measured together with the gateway: callers that each send the same
 * request again as soon as it is answered. The job comes from the parent process, the result goes back to it.
 */
export interface Job {
  readonly port: number;
  readonly callers: number;
  readonly seconds: number;
  readonly query: string;
  /** Whether a caller waits as `Retry-After` says; otherwise it repeats at once. */
  readonly waits: boolean;
}

export interface Result {
  readonly seconds: number;
  readonly done: number;
  readonly refused: number;
  /** Status 200 with errors, or another status than 503. */
  readonly failed: number;
  /** Of requests that were done, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

interface Answer {
  readonly status: number;
  readonly retryAfterMs: number;
  readonly hasErrors: boolean;
}

function requestOf({ port, query }: Job): string {
  const body = JSON.stringify({ query });
  return `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** A client of its own, because its processor time takes that of the gateway on a machine with two cores. */
function ask(socket: Socket, request: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let missing = Number.POSITIVE_INFINITY;
    let head = '';
    const onData = (chunk: Buffer) => {
      chunks.push(chunk);
      if (head === '') {
        const text = Buffer.concat(chunks).toString('latin1');
        const end = text.indexOf('\r\n\r\n');
        if (end < 0) return;
        head = text.slice(0, end).toLowerCase();
        missing = Number(/content-length: (\d+)/.exec(head)?.[1]) - (text.length - end - 4);
      } else missing -= chunk.length;
      if (missing > 0) return;
      socket.off('data', onData).off('close', onClose);
      resolve({
        status: Number(head.slice(9, 12)),
        retryAfterMs: 1_000 * Number(/retry-after: (\d+)/.exec(head)?.[1] ?? 0),
        hasErrors: Buffer.concat(chunks).includes('"errors"'),
      });
    };
    const onClose = () => reject(new Error('The connection was closed.'));
    socket.on('data', onData).on('close', onClose);
    socket.write(request);
  });
}

async function run(job: Job): Promise<Result> {
  const request = requestOf(job);
  const latencies: number[] = [];
  let refused = 0;
  let failed = 0;
  const startedAt = performance.now();
  const isOver = () => performance.now() - startedAt > job.seconds * 1_000;

  async function call(): Promise<void> {
    const socket = connect({ port: job.port, host: '127.0.0.1', noDelay: true });
    while (!isOver()) {
      const sentAt = performance.now();
      const { status, hasErrors, retryAfterMs } = await ask(socket, request);
      if (status === 503) {
        refused += 1;
        if (job.waits) await sleep(retryAfterMs);
      } else if (status !== 200 || hasErrors) failed += 1;
      else latencies.push(performance.now() - sentAt);
    }
    socket.destroy();
  }

  await Promise.all(Array.from({ length: job.callers }, call));
  latencies.sort((a, b) => a - b);
  const at = (quantile: number) => Math.round(latencies[Math.floor(latencies.length * quantile)] ?? 0);
  const seconds = (performance.now() - startedAt) / 1_000;
  return { seconds, done: latencies.length, refused, failed, p50: at(0.5), p99: at(0.99) };
}

process.on('message', (job: Job) => {
  run(job).then((result) => process.send?.(result));
});
