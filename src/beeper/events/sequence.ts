/**
 * Follows `seq`, by which Beeper numbers the events of one connection. The first one has 0 or 1; some servers give several
 * events the same number.
 */
export class Sequence {
  #last = 0;
  #unread = 0;

  /** Must be called for a frame that can't be read: it may have had a number. */
  skip(): void {
    this.#unread++;
  }

  /**
   * @param seq of the next event; null where it has none.
   * @returns whether the number shows that events before it are missing.
   */
  showsLoss(seq: number | null): boolean {
    if (seq === null || seq === this.#last) return false;
    const isLoss = seq < this.#last || seq > this.#last + 1 + this.#unread;
    this.#last = seq;
    this.#unread = 0;
    return isLoss;
  }
}
