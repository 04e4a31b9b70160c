import type { FormattedExecutionResult } from 'graphql';
import { RequestErrors, type Results, readResults } from './results.ts';

type Result = IteratorResult<FormattedExecutionResult, undefined>;

const ended: Result = { done: true, value: undefined };

interface OperationOptions {
  /** Executes it as a request over HTTP. */
  readonly send: (signal: AbortSignal) => Promise<Response>;
  /** Called once, with the first result or without one. */
  readonly onStarted: () => void;
  /** Called once, when it has ended. */
  readonly onEnded: (end: OperationEnd) => void;
  /** Told of what clients are not told of. */
  readonly onError: (error: unknown) => void;
}

/** What became of an operation. */
export interface OperationEnd {
  /** Null where the client left before there was one. */
  readonly response: Response | null;
  /** Of its body, as far as it was read. */
  readonly bytes: number;
  /** Whether the client ended it. */
  readonly callerLeft: boolean;
}

/**
 * The results of one operation. Nothing is sent before the first `next`, and nothing is read ahead. Not an async generator:
 * `return` ends the operation at once, also while `next` waits.
 */
export class Operation implements AsyncIterableIterator<FormattedExecutionResult, undefined> {
  readonly #options: OperationOptions;
  readonly #controller = new AbortController();
  #response: Response | null = null;
  #results: Results | null = null;
  #isStarted = false;
  #isEnded = false;

  constructor(options: OperationOptions) {
    this.#options = options;
  }

  /** @throws {RequestErrors} with what the client is told where nothing was executed. */
  async next(): Promise<Result> {
    if (this.#isEnded) return ended;
    try {
      const value = await this.#read();
      if (this.#isEnded) return ended;
      if (value !== undefined) return { done: false, value };
      this.#end(false);
      return ended;
    } catch (error) {
      if (this.#isEnded) return ended;
      this.#end(false);
      if (error instanceof RequestErrors) throw error;
      this.#options.onError(error);
      throw unexpected;
    } finally {
      this.#started();
    }
  }

  async return(): Promise<Result> {
    if (this.#isEnded) return ended;
    this.#end(true);
    this.#started();
    this.#controller.abort();
    void this.#results?.cancel();
    return ended;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #read(): Promise<FormattedExecutionResult | undefined> {
    if (this.#results === null) {
      this.#response = await this.#options.send(this.#controller.signal);
      this.#results = readResults(this.#response);
      if (this.#isEnded) void this.#results.cancel();
    }
    return this.#results.next();
  }

  #started(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    this.#options.onStarted();
  }

  #end(callerLeft: boolean): void {
    this.#isEnded = true;
    this.#options.onEnded({ response: this.#response, bytes: this.#results?.bytes() ?? 0, callerLeft });
  }
}

const unexpected = new RequestErrors([
  {
    message: 'Unexpected error.',
    extensions: {
      code: 'INTERNAL_SERVER_ERROR',
      retryable: false,
      remedy: 'Report it to the operator of the gateway: the log has the cause.',
    },
  },
]);
