import type { Context } from '../../context.ts';
import { Failure } from '../../failures.ts';
import type { Ended, LiveEvent, LiveStream } from '../../live/events.ts';

interface ChatEventsArgs {
  readonly chatIDs?: readonly string[] | null | undefined;
  /** Empty as null. */
  readonly after?: string | null | undefined;
}

/** @returns what happens in these chats, in all of them where none are named; ends with a failure. */
export const chatEvents = ({ chatIDs, after }: ChatEventsArgs, { live }: Context): LiveStream =>
  live.listen({ chatIDs: chatIDs ?? null, after: after || null });

type Result = IteratorResult<LiveEvent | Ended, undefined>;

/** A stream whose failure is an event, with the place of the last event before it. */
export class EndedByEvent implements AsyncIterableIterator<LiveEvent | Ended> {
  readonly #stream: LiveStream;
  #position: string;
  #next = 0;

  /** @param after the position of the last event that the caller has; '' for none. */
  constructor(stream: LiveStream, after: string) {
    this.#stream = stream;
    this.#position = after;
  }

  async next(): Promise<Result> {
    const { done, value } = await this.#stream.next();
    if (done) return { done: true, value: undefined };
    if (value instanceof Failure) {
      const [position, index] = [this.#position, this.#next];
      return {
        done: false,
        value: { kind: 'ended', failure: value, position, index, occurredAt: new Date() },
      };
    }
    this.#position = value.position;
    this.#next = value.index + 1;
    return { done: false, value };
  }

  return(): Promise<Result> {
    void this.#stream.return?.();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
