/** An own message is held back for its send at most this long. */
const maxHoldMs = 2_000;

/** The sends of one token that are under way. */
export class Sends {
  readonly #running = new Set<Promise<void>>();

  /** @returns a promise for the ends of the sends that run now, which settles in 2 s at the latest; null where none runs. */
  ended(): Promise<unknown> | null {
    return this.#running.size > 0 ? Promise.all(this.#running) : null;
  }

  /** @returns a function to call when the answer is in. */
  begin(): () => void {
    let end = (): void => {};
    const running = new Promise<void>((resolve) => {
      end = resolve;
    });
    this.#running.add(running);
    const timer = setTimeout(end, maxHoldMs);
    running.then(() => {
      clearTimeout(timer);
      this.#running.delete(running);
    });
    return end;
  }
}
