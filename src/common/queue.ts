type Result<Value> = IteratorResult<Value, undefined>;

interface Listener {
  /** Called when the first value is asked for. */
  readonly onStart: () => void;
  /** Called when the reader leaves before the end. */
  readonly onLeave: () => void;
}

const ended = { done: true, value: undefined } as const;
const nobody: Listener = { onStart() {}, onLeave() {} };

/**
 * An async iterator over the values that are put into it, for one reader. Not an async generator: its `return` waits until
 * the pending `next` has a value, so that a source whose reader has left would go on until something happens.
 */
export class Queue<Value> implements AsyncIterableIterator<Value> {
  readonly #values: Value[] = [];
  readonly #listener: Listener;
  #hasStarted = false;
  #settle: ((result: Result<Value> | Promise<never>) => void) | null = null;
  /** What follows the last value; null while there can be more. */
  #end: Result<Value> | Promise<never> | null = null;

  constructor(listener: Listener = nobody) {
    this.#listener = listener;
  }

  put(value: Value): this {
    if (this.#end) return this;
    if (this.#settle) this.#answer({ done: false, value });
    else this.#values.push(value);
    return this;
  }

  /** Ends the iteration after what was put. */
  end(): this {
    return this.#endWith(ended);
  }

  /** Ends the iteration with an error, after what was put. */
  fail(error: unknown): this {
    const failed = Promise.reject(error);
    // Nobody may ask for it.
    failed.catch(() => {});
    return this.#endWith(failed);
  }

  next(): Promise<Result<Value>> {
    if (!this.#hasStarted) {
      this.#hasStarted = true;
      this.#listener.onStart();
    }
    return new Promise((resolve) => {
      this.#settle = resolve;
      if (this.#values.length > 0) this.#answer({ done: false, value: this.#values.shift() as Value });
      else if (this.#end) {
        this.#answer(this.#end);
        this.#end = ended;
      }
    });
  }

  return(): Promise<Result<Value>> {
    const hasLeft = this.#end === null;
    this.#values.length = 0;
    this.#endWith(ended);
    this.#end = ended;
    if (hasLeft) this.#listener.onLeave();
    return Promise.resolve(ended);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #endWith(end: Result<Value> | Promise<never>): this {
    this.#end ??= end;
    if (this.#settle) this.#answer(end);
    return this;
  }

  #answer(result: Result<Value> | Promise<never>): void {
    this.#settle?.(result as Result<Value>);
    this.#settle = null;
  }
}
