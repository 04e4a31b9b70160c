import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import type { CallerSignal } from '../../common/callerSignal.ts';
import { NetworkError } from '../errors.ts';
import type { Dispatcher } from '../pool.ts';
import type { TransferAnswer } from './transfers.ts';

/** Bytes of an answer that are kept for a slow reader; then Beeper has to wait. */
const keptBytes = 64 * 1024;

/** One answer as it arrives. A caller that disconnects ends it at any time. */
export class TransferHandler implements Dispatcher.DispatchHandler {
  /** Settles with the head. @throws {NetworkError} where none arrived. */
  readonly head: Promise<TransferAnswer>;
  /** Settles when nothing more is sent or received, with the reason if that is too early. */
  readonly ended: Promise<NetworkError['reason'] | null>;
  /** Whether Beeper may have read the request. */
  sent = false;
  status: number | null = null;
  readonly #signal: CallerSignal;
  #controller: Dispatcher.DispatchController | null = null;
  #body: Readable | null = null;
  #isComplete = false;
  #resolveHead: (answer: TransferAnswer) => void = () => {};
  #rejectHead: (error: NetworkError) => void = () => {};
  #end: (reason: NetworkError['reason'] | null) => void = () => {};

  constructor(signal: CallerSignal) {
    this.#signal = signal;
    this.head = new Promise((resolve, reject) => {
      this.#resolveHead = resolve;
      this.#rejectHead = reject;
    });
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    signal.addEventListener('abort', this.#onCallerGone, { once: true });
    void this.ended.then(() => signal.removeEventListener('abort', this.#onCallerGone));
  }

  /** Beeper may read the request from now on. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#signal.aborted) this.#onCallerGone();
    else this.sent = true;
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
  ): void {
    // An interim response: the final one follows.
    if (status < 200) return;
    this.status = status;
    const body = new Readable({
      highWaterMark: keptBytes,
      read: () => controller.resume(),
      destroy: (error, callback) => {
        this.#end(this.#reasonOf(error));
        if (!this.#isComplete) controller.abort(error ?? new Error('Not read to its end'));
        callback(error);
      },
    });
    // Whoever reads it is told, too.
    body.on('error', () => {});
    this.#body = body;
    this.#resolveHead({ status, header: (name) => headers[name]?.toString() ?? null, body });
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (!this.#body?.push(chunk)) controller.pause();
  }

  onResponseEnd(): void {
    this.#isComplete = true;
    this.#body?.push(null);
    this.#end(null);
  }

  onResponseError(_: unknown, error: Error): void {
    this.#fail(error);
  }

  /** undici reports the abort of a request that waits for a connection only once there is one; then it sends nothing. */
  readonly #onCallerGone = (): void => {
    const error = new Error('The caller has disconnected');
    this.#controller?.abort(error);
    this.#fail(error);
  };

  #fail(error: Error): void {
    const reason = this.#reasonOf(error) ?? 'connection';
    this.#rejectHead(new NetworkError(reason, this.sent, error));
    if (this.#body) this.#body.destroy(error);
    else this.#end(reason);
  }

  /** A body that is given up on this side has no error. */
  #reasonOf(error: Error | null): NetworkError['reason'] | null {
    if (error === null || this.#isComplete) return null;
    if (this.#signal.aborted) return 'caller-gone';
    const isLate = 'code' in error && error.code === 'UND_ERR_HEADERS_TIMEOUT';
    return isLate ? 'deadline' : 'connection';
  }
}
