import type { FormattedExecutionResult } from 'graphql';
import { RequestErrors, type Results, readResults } from './results.ts';

type Result = IteratorResult<FormattedExecutionResult, undefined>;

const ended: Result = { done: true, value: undefined };

interface OperationOptions {
  /** Settles when it may start. */
  readonly turn: () => Promise<void>;
  /** Executes it as a request over HTTP. */
  readonly send: (signal: AbortSignal) => Promise<Response>;
  /** Called once, when it has ended. */
  readonly onEnded: () => void;
  /** Told of what clients are not told of. */
  readonly onError: (error: unknown) => void;
}

/**
 * The results of one operation. Nothing is sent before the first `next`, and nothing is read ahead. Not an async generator:
 * `return` ends the operation at once, also while `next` waits.
 */
export class Operation implements AsyncIterableIterator<FormattedExecutionResult, undefined> {
  readonly #options: OperationOptions;
  readonly #controller = new AbortController();
  #results: Results | null = null;
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
      this.#end();
      return ended;
    } catch (error) {
      if (this.#isEnded) return ended;
      this.#end();
      if (error instanceof RequestErrors) throw error;
      this.#options.onError(error);
      throw unexpected;
    }
  }

  async return(): Promise<Result> {
    if (this.#isEnded) return ended;
    this.#end();
    this.#controller.abort();
    void this.#results?.cancel();
    return ended;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #read(): Promise<FormattedExecutionResult | undefined> {
    if (this.#results === null) {
      await this.#options.turn();
      if (this.#isEnded) return undefined;
      this.#results = readResults(await this.#options.send(this.#controller.signal));
      if (this.#isEnded) void this.#results.cancel();
    }
    return this.#results.next();
  }

  #end(): void {
    this.#isEnded = true;
    this.#options.onEnded();
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
