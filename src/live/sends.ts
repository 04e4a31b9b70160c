/** An own message is held back for its send at most this long. */
const maxHoldMs = 2_000;

/** The sends of one token that are under way. */
export class Sends {
  #running = 0;
  #ended: Promise<void> = Promise.resolve();
  #resolve: () => void = () => {};

  /** @returns a promise for the end of the sends that run, which settles in 2 s at the latest; null where none runs. */
  get running(): Promise<void> | null {
    return this.#running > 0 ? this.#ended : null;
  }

  /** @returns a function to call once, when the answer is in. */
  begin(): () => void {
    if (this.#running++ === 0) this.#ended = new Promise((resolve) => (this.#resolve = resolve));
    const end = () => {
      clearTimeout(timer);
      if (isEnded) return;
      isEnded = true;
      if (--this.#running === 0) this.#resolve();
    };
    let isEnded = false;
    const timer = setTimeout(end, maxHoldMs);
    return end;
  }
}
