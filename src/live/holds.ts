/** What waits until something else has ended, each in its order. */
export class Holds {
  readonly #held = new Map<string, (() => void)[]>();

  /** @returns whether the key is held: then `later` runs once it is not. */
  add(key: string, later: () => void): boolean {
    const held = this.#held.get(key);
    held?.push(later);
    return held !== undefined;
  }

  /** Holds a key until `end` settles. */
  hold(key: string, end: Promise<unknown>): void {
    const held: (() => void)[] = [];
    this.#held.set(key, held);
    const release = () => {
      this.#held.delete(key);
      // One of them may hold the key again, for those behind it.
      for (const run of held) if (!this.add(key, run)) run();
    };
    end.then(release, release);
  }
}
