import { setImmediate } from 'node:timers/promises';
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLError,
} from 'graphql';
import { isAsyncIterable } from 'graphql-yoga';
import { Queue } from '../../common/queue.ts';
import type { Context } from '../../context.ts';

/** Executes an operation with all that plugins add to it. */
export type Execute = (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;

/** The results of a subscription, one for each event. `return` settles at once, also while `next` waits. */
export type ResultStream = AsyncIterableIterator<ExecutionResult, undefined>;

/**
 * Opens the source of a subscription. Each of its events is executed as a query is, with a context of its own. What the
 * field's `subscribe` throws is the one event of the stream, so that the field shows it as it shows a failure of the source.
 * @returns the results of the events; a single result where the operation can't begin, as with wrong variables.
 */
export async function subscribe(
  args: ExecutionArgs,
  execute: Execute,
): Promise<ResultStream | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (isAsyncIterable<unknown>(source)) return new ResponseStream(source, args, execute);
  const thrown = thrownBySubscribe(source.errors ?? []);
  // Finds the same errors again, and runs no resolver.
  if (thrown === undefined) return execute(args);
  return new ResponseStream(new Queue().put(thrown).end(), args, execute);
}

/** An error of the field has a path; one of the request has none. */
function thrownBySubscribe(errors: readonly GraphQLError[]): unknown {
  const [error] = errors;
  return error?.path === undefined ? undefined : (error.originalError ?? error);
}

type Result = IteratorResult<ExecutionResult, undefined>;

const maxInTurn = 10;
const ended: Result = { done: true, value: undefined };

/**
 * Not an async generator: its `return` would wait until the source has an event, so that the source of a caller who has left
 * would stay open until something happens.
 */
class ResponseStream implements ResultStream {
  readonly #source: AsyncIterator<unknown>;
  readonly #args: ExecutionArgs;
  readonly #execute: Execute;
  #isEnded = false;
  /** Results since the last turn of the event loop that is known of. */
  #inTurn = 0;

  constructor(source: AsyncIterable<unknown>, args: ExecutionArgs, execute: Execute) {
    this.#source = source[Symbol.asyncIterator]();
    this.#args = args;
    this.#execute = execute;
  }

  async next(): Promise<Result> {
    if (this.#isEnded) return ended;
    // A thousand events can wait. Others, and the end of this connection, must not wait for them.
    if (++this.#inTurn >= maxInTurn) {
      await setImmediate();
      this.#inTurn = 0;
    }
    let event: unknown;
    try {
      const { done, value } = await this.#source.next();
      if (done) this.#isEnded = true;
      event = value;
    } catch (error) {
      await this.return();
      return this.#resultOf(error);
    }
    return this.#isEnded ? ended : this.#resultOf(event);
  }

  async #resultOf(event: unknown): Promise<Result> {
    const context: Context = this.#args.contextValue as Context;
    const contextValue = context.forEvent();
    const value = await this.#execute({ ...this.#args, rootValue: event, contextValue });
    return { done: false, value };
  }

  async return(): Promise<Result> {
    if (!this.#isEnded) {
      this.#isEnded = true;
      // What it waits for, or how it fails, is of no interest any more.
      Promise.resolve(this.#source.return?.()).catch(() => {});
    }
    return ended;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
