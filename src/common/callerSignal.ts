import type { ServerResponse } from 'node:http';

/** The part of an `AbortSignal` that tells when a caller disconnects. */
export interface CallerSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** For what goes on without its caller. */
export const neverAborts: CallerSignal = {
  aborted: false,
  addEventListener() {},
  removeEventListener() {},
};

/**
 * @returns whether and when the connection is closed before the whole response is written. It is not an `AbortSignal`,
 * because making and watching one costs as much as all other parts of the context of a request.
 */
export const callerSignalOf = (response: ServerResponse): CallerSignal => new ResponseSignal(response);

class ResponseSignal implements CallerSignal {
  readonly #response: ServerResponse;
  #listeners: readonly (() => void)[] = [];
  #isWatching = false;

  constructor(response: ServerResponse) {
    this.#response = response;
  }

  get aborted(): boolean {
    return this.#response.destroyed && !this.#response.writableFinished;
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners = [...this.#listeners, listener];
    if (this.#isWatching) return;
    this.#isWatching = true;
    this.#response.once('close', () => {
      // Node also closes a response that was sent.
      if (this.aborted) for (const onAbort of this.#listeners) onAbort();
    });
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners = this.#listeners.filter((one) => one !== listener);
  }
}
