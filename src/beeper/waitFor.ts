import type { CallerSignal } from '../common/callerSignal.ts';
import { NetworkError } from './errors.ts';

/** How long a call waits for something before it is sent. */
export interface Wait {
  /** When to give up, on the clock of `performance.now()`. */
  readonly until: number;
  /** Aborts when the caller disconnects. */
  readonly signal?: CallerSignal | undefined;
}

/**
 * Waits for work that goes on when the wait ends: other calls may wait for it, too.
 * @returns what `work` resolves to.
 * @throws what `work` throws, and {NetworkError} `deadline` or `caller-gone` where the wait ends first.
 */
export function waitFor<T>(work: Promise<T>, { until, signal }: Wait): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (reason: 'deadline' | 'caller-gone') => reject(new NetworkError(reason, false, undefined));
    const onCallerGone = () => giveUp('caller-gone');
    const timer = setTimeout(giveUp, Math.max(0, Math.ceil(until - performance.now())), 'deadline');
    if (signal?.aborted) onCallerGone();
    else signal?.addEventListener('abort', onCallerGone, { once: true });
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onCallerGone);
    });
  });
}
