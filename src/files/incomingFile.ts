import type { FileRefusal } from './refusal.ts';
import { emptyFile, interrupted, silent, tooFewBytes, tooManyBytes, tooSlow } from './uploadRefusals.ts';

/** Times of an upload, which holds one of few connections to Beeper and must not take for ever. */
export interface UploadTimes {
  /** Milliseconds that nothing arrives, while it could. */
  readonly silenceMs: number;
  /** Milliseconds before an upload can be too slow. */
  readonly graceMs: number;
}

export const defaultUploadTimes: UploadTimes = { silenceMs: 30_000, graceMs: 120_000 };

const leastBytesPerSecond = 16 * 1024;

/** A file on its way from a client, counted against the size that was announced. */
export class IncomingFile {
  readonly #sizeBytes: number;
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #times: UploadTimes;
  readonly #startedAt = performance.now();
  #first: Uint8Array = new Uint8Array();
  /** Bytes so far. */
  receivedBytes = 0;
  /** Why the file can't be taken; null as long as it can. */
  refusal: FileRefusal | null = null;
  /** Whether all of it was received. */
  isComplete = false;

  constructor(body: AsyncIterable<Uint8Array>, sizeBytes: number, times: UploadTimes) {
    this.#chunks = body[Symbol.asyncIterator]();
    this.#sizeBytes = sizeBytes;
    this.#times = times;
  }

  /** Waits for the first byte. @throws {FileRefusal} where there is none. */
  async begin(): Promise<void> {
    this.#first = (await this.#next()) ?? this.#refuse(emptyFile());
  }

  /** The bytes, as they arrive. @throws {FileRefusal} before the end of a file with another size. */
  async *bytes(): AsyncGenerator<Uint8Array, void, void> {
    for (let chunk: Uint8Array | null = this.#first; chunk; chunk = await this.#next()) yield chunk;
    if (this.receivedBytes < this.#sizeBytes) this.#refuse(tooFewBytes(this.#sizeBytes, this.receivedBytes));
    this.isComplete = true;
  }

  /** Reads no more. */
  close(): void {
    this.#chunks.return?.().catch(() => {});
  }

  /** @returns the next bytes, never none; null at the end. */
  async #next(): Promise<Uint8Array | null> {
    for (;;) {
      const { done, value } = await this.#receive();
      if (done) return null;
      this.receivedBytes += value.length;
      if (this.receivedBytes > this.#sizeBytes) this.#refuse(tooManyBytes(this.#sizeBytes));
      if (this.#isTooSlow()) this.#refuse(tooSlow());
      if (value.length > 0) return value;
    }
  }

  /** Only what is waited for is silent: while Beeper takes nothing, the client can't send. */
  #receive(): Promise<IteratorResult<Uint8Array>> {
    return new Promise((resolve, reject) => {
      const refuse = (refusal: FileRefusal) => {
        this.refusal ??= refusal;
        reject(refusal);
      };
      const timer = setTimeout(() => refuse(silent()), this.#times.silenceMs);
      this.#chunks
        .next()
        .then(resolve, () => refuse(interrupted()))
        .finally(() => clearTimeout(timer));
    });
  }

  #isTooSlow(): boolean {
    const allowedMs = this.#times.graceMs + (this.receivedBytes / leastBytesPerSecond) * 1_000;
    return performance.now() - this.#startedAt > allowedMs;
  }

  #refuse(refusal: FileRefusal): never {
    this.refusal = refusal;
    throw refusal;
  }
}
