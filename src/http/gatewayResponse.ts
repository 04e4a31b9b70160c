import { type IncomingHttpHeaders, type IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { RequestRecord } from '../common/requestRecord.ts';
import { dropBody } from './dropBody.ts';
import { heartbeat } from './eventStream/heartbeat.ts';

/** A caller that has closed its side of the connection is tested for being gone after this time, twice this time, … */
const firstProbeMs = 250;
/** Callers end event streams by closing the connection. */
const firstStreamProbeMs = 10;

/**
 * A response of Node that also
 * - arrives where the body of its request was not read: Node closes such a connection with unread data, which resets it;
 * - sends `100 Continue` only when `readyForBody` is called;
 * - notices that a caller which has closed its side of the connection is gone altogether.
 */
export class GatewayResponse<
  Request extends IncomingMessage = IncomingMessage,
> extends ServerResponse<Request> {
  /** Set by the server if the client waits for `100 Continue`. */
  awaitsContinue = false;
  /** Whether its body is server-sent events, between which a comment can be written. */
  isEventStream = false;
  /** Whether its request sends a file, which may take as long as it needs, as long as it goes on. */
  isUpload = false;
  /** Whether its body is a file, of which no more is read than its reader takes. */
  isFile = false;
  /** When the head of its request was complete, on the clock of `performance.now()`. */
  readonly arrivedAt = performance.now();
  /** Null where nothing is recorded. */
  record: RequestRecord | null = null;
  #isEnding = false;
  #onAnswer: (() => void) | null = null;

  /** Tells a client that waits for it to send the body. */
  readyForBody(): void {
    if (!this.awaitsContinue) return;
    this.awaitsContinue = false;
    this.writeContinue();
  }

  /** Calls `callback` once, when the status is written or the connection is closed. At most one callback is kept. */
  onceAnswered(callback: () => void): void {
    this.#onAnswer = callback;
    this.once('close', () => this.#answered());
  }

  #answered(): void {
    const callback = this.#onAnswer;
    this.#onAnswer = null;
    callback?.();
  }

  override writeHead(...args: unknown[]): this {
    this.#answered();
    return super.writeHead(...(args as Parameters<ServerResponse['writeHead']>));
  }

  override write(...args: unknown[]): boolean {
    this.record?.addBody(args[0], args[1]);
    return super.write(...(args as Parameters<ServerResponse['write']>));
  }

  override end(chunk?: unknown, encoding?: unknown, callback?: unknown): this {
    const { req, socket } = this;
    if (req.complete || !hasBody(req.headers) || socket === null) {
      this.record?.addBody(chunk, encoding);
      return super.end(chunk, encoding as BufferEncoding, callback as () => void);
    }
    if (this.#isEnding) return this;
    this.#isEnding = true;
    const hasChunk = typeof chunk === 'string' || chunk instanceof Uint8Array;
    // Complete for a client that knows its length.
    if (hasChunk) this.write(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8');
    else this.flushHeaders();
    const onEnd = [chunk, encoding, callback].find((one) => typeof one === 'function');
    dropBody(req, (isComplete) => {
      super.end(onEnd as (() => void) | undefined);
      if (!isComplete) socket.destroySoon();
    });
    return this;
  }

  override assignSocket(socket: Socket): void {
    super.assignSocket(socket);
    if (socket.readableEnded) this.#onHalfClose();
    else socket.once('end', this.#onHalfClose);
  }

  override detachSocket(socket: Socket): void {
    socket.off('end', this.#onHalfClose);
    super.detachSocket(socket);
  }

  /**
   * A closed connection and one that is closed on the caller's side only look alike until something is written: a caller
   * that is gone responds with a reset, which the second write reports. Clients must skip interim responses
   * (https://www.rfc-editor.org/rfc/rfc9110#section-15.2), and 100 is the one that all of them know. HTTP/1.0 has none. An
   * event stream has comments.
   */
  readonly #onHalfClose = (): void => {
    if (this.isEventStream) this.#probeAfter(firstStreamProbeMs);
    else if (this.req.httpVersion === '1.1') this.#probeAfter(firstProbeMs);
  };

  /** Probes after `ms`, and again whenever the time since the half-close has doubled. */
  #probeAfter(ms: number, sinceHalfCloseMs = ms): void {
    setTimeout(() => {
      if (this.destroyed || this.writableEnded) return;
      if (!this.headersSent) this.writeContinue();
      else if (this.isEventStream) this.write(heartbeat);
      else return;
      this.#probeAfter(sinceHalfCloseMs, 2 * sinceHalfCloseMs);
    }, ms).unref();
  }
}

/** @returns whether a request with these headers has a body, which may be empty. */
export const hasBody = (headers: IncomingHttpHeaders): boolean =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
