import type { Readable } from 'node:stream';
import type { CallerSignal } from '../common/callerSignal.ts';
import type { Log } from '../common/requestLog.ts';
import type { RequestRecord } from '../common/requestRecord.ts';

/** A request to the address of a file, of node:http or of the Fetch API. Its method is one that the address has. */
export interface FileRequest {
  readonly method: string;
  /** The last segment of its path. */
  readonly sealed: string;
  /** Credentials that it has although its address is enough; each null for none. */
  readonly presented: {
    /** The bearer token. */
    readonly token: string | null;
    /** The hash of the gateway key. */
    readonly key: string | null;
  };
  /** @returns null for a header that is absent. */
  readonly header: (name: string) => string | null;
  /** The bytes of its body; to be read once. Ends with an error where the caller disconnects. */
  readonly body: () => AsyncIterable<Uint8Array>;
  /** Aborts when the caller disconnects. */
  readonly signal: CallerSignal;
  readonly log: Log;
  /** Null where nothing is recorded. */
  readonly record: RequestRecord | null;
}

/** What is answered. A `FileRefusal` is thrown in its place. */
export interface FileAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null for none. A stream that is not read must be destroyed. */
  readonly body: Readable | string | null;
}
