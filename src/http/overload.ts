import type { Log } from '../common/requestLog.ts';
import { Refusal } from './refusal.ts';

/** One for all requests: making an error costs more than sending it. */
export const overload = new Refusal({
  status: 503,
  code: 'UNAVAILABLE',
  message: 'The gateway is overloaded.',
  remedy: 'Nothing was done. Send the request again after one second, or to another replica.',
  retryable: true,
  headers: { 'retry-after': '1' },
});

/** @returns a function that counts a request; the sum is logged once per second in which there was one. */
export function createOverloadLog(log: Log): () => void {
  let count = 0;
  return () => {
    count += 1;
    if (count > 1) return;
    setTimeout(() => {
      log.warn({ code: 'UNAVAILABLE', reason: overload.reason, count }, 'Requests refused: overload');
      count = 0;
    }, 1_000).unref();
  };
}
