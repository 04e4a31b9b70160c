import type { FileRefusal } from './refusal.ts';
import { emptyFile, interrupted, tooFewBytes, tooManyBytes, tooSlow } from './uploadRefusals.ts';

/** An upload holds one of few connections to Beeper, so it must not take for ever. */
const leastBytesPerSecond = 16 * 1024;
const graceMs = 120_000;

/** A file on its way from a client, counted against the size that was announced. */
export class IncomingFile {
  readonly #sizeBytes: number;
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #graceMs: number;
  readonly #startedAt = performance.now();
  #first: Uint8Array = new Uint8Array();
  /** Bytes so far. */
  receivedBytes = 0;
  /** Why the file can't be taken; null as long as it can. */
  refusal: FileRefusal | null = null;
  /** Whether all of it was received. */
  isComplete = false;

  /** @param grace milliseconds before it can be too slow; two minutes by default. */
  constructor(body: AsyncIterable<Uint8Array>, sizeBytes: number, grace = graceMs) {
    this.#chunks = body[Symbol.asyncIterator]();
    this.#graceMs = grace;
    this.#sizeBytes = sizeBytes;
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
      const { done, value } = await this.#chunks.next().catch(() => this.#refuse(interrupted()));
      if (done) return null;
      this.receivedBytes += value.length;
      if (this.receivedBytes > this.#sizeBytes) this.#refuse(tooManyBytes(this.#sizeBytes));
      if (this.#isTooSlow()) this.#refuse(tooSlow());
      if (value.length > 0) return value;
    }
  }

  #isTooSlow(): boolean {
    const allowedMs = this.#graceMs + (this.receivedBytes / leastBytesPerSecond) * 1_000;
    return performance.now() - this.#startedAt > allowedMs;
  }

  #refuse(refusal: FileRefusal): never {
    this.refusal = refusal;
    throw refusal;
  }
}
