import { type Failure, failureOf } from './failureOf.ts';
import type { Inbox } from './inbox.ts';

/** In milliseconds. */
const defaults = { minPause: 500, maxPause: 30_000, second: 1_000 };

/** That of browsers; Node has none. */
const page = globalThis as Partial<EventTarget>;

/**
 * Follows an inbox until the page leaves it: connects again where that can help.
 * @param onChange is called after each event.
 * @param onFailure is told each time why the stream ended. If that is not `retryable`, nothing is followed any more: call again
 * after the cause is gone, such as with another token.
 * @param times shorter in tests.
 * @returns a function that leaves.
 */
export function keepFollowing(
  inbox: Inbox,
  onChange: () => void,
  onFailure: (failure: Failure) => void,
  times = defaults,
): () => void {
  let isLeft = false;
  let pause = times.minPause;
  /** Ends the stream, or the pause. */
  let wake = () => {};
  // Another network: the connection is dead, although nothing says so.
  const reconnect = () => wake();
  page.addEventListener?.('online', reconnect);

  const end = () =>
    new Promise<unknown>((resolve) => {
      const leave = inbox.follow(() => {
        pause = times.minPause;
        onChange();
      }, resolve);
      wake = () => {
        leave();
        resolve(null);
      };
    });
  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  (async () => {
    while (!isLeft) {
      const failure = await failureOf(await end());
      if (isLeft) break;
      onFailure(failure);
      if (!failure.retryable) break;
      // Not all pages at the same moment.
      await sleep((failure.retryAfterSeconds ?? 0) * times.second + pause * (0.5 + Math.random() / 2));
      pause = Math.min(2 * pause, times.maxPause);
    }
    page.removeEventListener?.('online', reconnect);
  })();

  return () => {
    isLeft = true;
    wake();
  };
}
