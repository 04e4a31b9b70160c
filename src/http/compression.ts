import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import Negotiator from 'negotiator';

export type Coding = 'br' | 'gzip';

/** In the order of preference of the gateway, for callers that have none. */
const codings = ['br', 'gzip'] as const;

/** Smaller bodies are sent as they are: see "Compression" in docs/operations.md for the measurements. */
export const smallestBytes = 1_024;

/** Up to here, handing a body over to another thread costs more of the event loop than compressing it. */
const largestOnLoopBytes = 32 * 1_024;

/** Half of Node's threads, so that the idempotency keys, which are written by the same ones, never wait for an answer. */
const maxInPool = 2;

/** Fast levels: each further one costs more processor time than the bytes that it saves are worth. */
const gzipOptions = { level: 1 };
const brotliOptions = (bytes: number) => ({
  params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_SIZE_HINT]: bytes },
});

/**
 * @param acceptEncoding the header of a request.
 * @returns the coding that the caller prefers, or null if it wants none that the gateway has.
 */
export function codingFor(acceptEncoding: string | undefined): Coding | null {
  if (acceptEncoding === undefined || !/br|gzip|\*/i.test(acceptEncoding)) return null;
  const negotiator = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } });
  const chosen = negotiator.encoding([...codings, 'identity'], { preferred: [...codings] });
  return codings.find((coding) => coding === chosen) ?? null;
}

/** Calls `done` once, at once or later, with the compressed body, or with null if the body is to be sent as it is. */
export type Compress = (body: Buffer, coding: Coding, done: (compressed: Buffer | null) => void) => void;

/**
 * Small bodies are compressed at once, and large ones in another thread, at most two at a time: under load, others are sent
 * uncompressed, so that compression neither queues nor keeps many large bodies in memory.
 */
export function createCompress(): Compress {
  let inPool = 0;
  return (body, coding, done) => {
    if (body.length <= largestOnLoopBytes) {
      return done(
        coding === 'br' ? brotliCompressSync(body, brotliOptions(body.length)) : gzipSync(body, gzipOptions),
      );
    }
    if (inPool >= maxInPool) return done(null);
    inPool++;
    const onEnd = (error: Error | null, compressed: Buffer) => {
      inPool--;
      done(error === null ? compressed : null);
    };
    if (coding === 'br') brotliCompress(body, brotliOptions(body.length), onEnd);
    else gzip(body, gzipOptions, onEnd);
  };
}
