/** What an answer means: to the newest `set`, to an older one, or to none. */
export type Answered = 'newest' | 'older' | 'none';

/** Numbers the `set` commands of one socket, and tells which of them an answer is for. */
export class Sets {
  #sent = 0;
  #answered = 0;

  get isWaiting(): boolean {
    return this.#answered < this.#sent;
  }

  /** @returns the ID of the next command: `r3` for the third. */
  next(): string {
    this.#sent++;
    return `r${this.#sent}`;
  }

  /** @param requestID of an answer; without one, it counts as that to the oldest command without an answer. */
  answer(requestID: string | null): Answered {
    const answered = requestID === null ? this.#answered + 1 : Number(/^r(\d+)$/.exec(requestID)?.[1] ?? 0);
    if (answered <= this.#answered || answered > this.#sent) return 'none';
    this.#answered = answered;
    return this.isWaiting ? 'older' : 'newest';
  }
}
