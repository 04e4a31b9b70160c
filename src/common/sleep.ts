import type { CallerSignal } from './callerSignal.ts';

/** Resolves after `ms` milliseconds, or once the caller disconnects. */
export function sleep(ms: number, signal?: CallerSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const wake = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    signal?.addEventListener('abort', wake, { once: true });
  });
}
