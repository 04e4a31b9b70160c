import type { Plugin } from 'graphql-yoga';
import { Refusal } from '../refusal.ts';

/**
 * Rejects operations with 503 and `Retry-After` while the process is overloaded. `/health` and `/ready` keep working.
 * @param isOverloaded called for every operation, so it must be cheap.
 */
export function useOverload(isOverloaded: () => boolean): Plugin {
  return {
    onRequestParse() {
      if (!isOverloaded()) return;
      throw new Refusal({
        status: 503,
        code: 'UNAVAILABLE',
        message: 'The gateway is overloaded.',
        remedy: 'Nothing was done. Send the request again after one second, or to another replica.',
        retryable: true,
        headers: { 'retry-after': '1' },
      });
    },
  };
}
