import type { UpstreamCall } from './upstreamCall.ts';

/** The operation of a request, once it is executed. Times are on the clock of `performance.now()`. */
export interface OperationRecord {
  /** As in the document; null for one without a name. A caller chose it: see `operationName.ts`. */
  readonly name: string | null;
  readonly type: 'query' | 'mutation' | 'subscription';
  readonly startedAt: number;
  /** 0 while it runs. A subscription has ended when its stream has begun. */
  endedAt: number;
}

/** Nginx's status for a caller that left before there was a response. */
export const callerLeftStatus = 499;

/** Why nothing of a request was executed. */
export interface RefusalRecord {
  readonly code: string;
  /** Names the cause. */
  readonly reason: string;
}

/**
 * What the gateway knows of one HTTP request, for the log, metrics and traces. Whatever serves the request fills it, and
 * observers get it once, when the response has ended or the caller has left. Times are on the clock of `performance.now()`.
 */
export class RequestRecord {
  readonly method: string;
  /** The header of this name, as the caller sent it. */
  readonly traceparent: string | null;
  /** That of its spans, set by the observer that makes them; null where there are none. */
  traceID: string | null = null;
  readonly arrivedAt = performance.now();
  endedAt = 0;
  /** Null for a request that Node refused before the gateway saw it. */
  requestID: string | null = null;
  /** The name of the caller's gateway key; null where none is required or none was accepted. */
  keyHolder: string | null = null;
  /** Whether it asked for `/health` or `/ready`. */
  isProbe = false;
  /** Whether it was sent to the path of GraphQL requests. */
  isAtPath = false;
  /** The path of files that it was sent to; null for any other. */
  route: 'assets' | 'uploads' | null = null;
  /** Null unless an operation was executed. */
  operation: OperationRecord | null = null;
  /** The types of the root fields that are unions, in their order: of a mutation, those of all that have a result. */
  readonly rootTypes: string[] = [];
  /** The codes of top-level errors, each once. */
  errorCodes: readonly string[] = [];
  refusal: RefusalRecord | null = null;
  /** That of the response; 499 if the caller left before there was one. */
  status = 0;
  /** Whether the connection was closed before the whole response was sent. */
  callerLeft = false;
  /** Bytes of the response's body that were written. */
  bytes = 0;
  /** Bytes of an upload that were read. */
  receivedBytes = 0;
  /** The calls to Beeper that have ended, repeats included. */
  upstreamCalls = 0;
  /** Their times together; more than the time of the request if they ran at the same time. */
  upstreamMs = 0;
  /** Each of them; null unless an observer needs them. */
  readonly calls: UpstreamCall[] | null;
  /** Of an answer of the Fetch API that goes on after it was returned: settles at its end with whether the caller left. */
  streamEnd: Promise<boolean> | null = null;
  /** Is told of calls that end after the request, as writes do whose caller has left; set by an observer. */
  onLateCall: ((call: UpstreamCall) => void) | null = null;

  constructor({ method, traceparent, keepsCalls }: RequestRecordOptions) {
    this.method = method;
    this.traceparent = traceparent;
    this.calls = keepsCalls ? [] : null;
  }

  /** Takes what a response of Node is given to write, which is nothing for HEAD. */
  addBody(chunk: unknown, encoding: unknown): void {
    if (this.method === 'HEAD') return;
    if (typeof chunk === 'string') {
      this.bytes += Buffer.byteLength(
        chunk,
        typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8',
      );
    } else if (chunk instanceof Uint8Array) this.bytes += chunk.byteLength;
  }

  addCall(call: UpstreamCall): void {
    this.upstreamCalls += 1;
    this.upstreamMs += call.endedAt - call.startedAt;
    if (this.onLateCall) this.onLateCall(call);
    else this.calls?.push(call);
  }
}

export interface RequestRecordOptions extends Pick<RequestRecord, 'method' | 'traceparent'> {
  readonly keepsCalls: boolean;
}

/** Is told of each request once, when it has ended, in the order of observers. */
export interface RequestObserver {
  /** It must not throw. */
  readonly onEnd: (record: RequestRecord) => void;
  /** Whether it reads `calls`. */
  readonly needsCalls?: boolean;
}

/**
 * @returns what became of an operation, in words of a closed set: for a mutation the types of its results, such as
 * `StartChatPayload`, otherwise `ok`, or `errors` where there are top-level errors.
 */
export function resultsOf({ operation, rootTypes, errorCodes }: RequestRecord): readonly string[] {
  if (operation?.type === 'mutation' && rootTypes.length > 0) return rootTypes;
  return [errorCodes.length === 0 ? 'ok' : 'errors'];
}
