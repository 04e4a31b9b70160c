/**
 * Lets one of those that wait go on whenever nothing else runs. The order is that of their names: it does not depend on
 * the number of ticks that passed before they began to wait.
 */
export class Turns {
  readonly #waiting = new Map<string, () => void>();
  #isScheduled = false;

  wait(name: string): Promise<void> {
    this.#schedule();
    return new Promise((resolve) => {
      // The same value can be waited for more than once.
      let key = name;
      while (this.#waiting.has(key)) key += "'";
      this.#waiting.set(key, resolve);
    });
  }

  /** Waits until nobody waits. */
  async end(): Promise<void> {
    do await new Promise(setImmediate);
    while (this.#isScheduled);
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      const [first] = [...this.#waiting.keys()].sort();
      const go = this.#waiting.get(first ?? '');
      this.#waiting.delete(first ?? '');
      if (this.#waiting.size > 0) this.#schedule();
      go?.();
    });
  }
}
