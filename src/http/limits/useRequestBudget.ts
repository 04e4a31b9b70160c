import type { Plugin } from 'graphql-yoga';
import { tokenOf } from '../../common/bearer.ts';
import { callerScope } from '../../common/callerScope.ts';
import type { KeyHolderContext } from '../guards/useKeys.ts';
import { Refusal, type RefusalContext } from '../refusal.ts';
import { createRequestCounter } from './requestCounter.ts';

interface RequestBudget {
  /** 0 for no limit. */
  readonly perMinute: number;
  /** That of callers without a token of their own; null for none. */
  readonly accessToken: string | null;
}

interface BudgetContext {
  /** Set once the request is counted: 0 if it is within the budget. */
  secondsToWait?: number;
}

/**
 * Rejects the GraphQL requests of a caller beyond `perMinute` with 429 and `Retry-After`, before their body is read. A
 * caller is who holds a gateway key and a token. Each process counts by itself.
 */
export function useRequestBudget({
  perMinute,
  accessToken,
}: RequestBudget): Plugin<object, RefusalContext & KeyHolderContext & BudgetContext> {
  if (perMinute === 0) return {};
  const secondsToWait = createRequestCounter(perMinute);
  return {
    onRequestParse({ request, serverContext }) {
      const token = tokenOf(request.headers.get('authorization'), accessToken);
      // Yoga asks again for what the plain lane leaves to it.
      serverContext.secondsToWait ??= secondsToWait(
        callerScope(serverContext.keyHolder?.name ?? null, token),
      );
      const seconds = serverContext.secondsToWait;
      if (seconds === 0) return;
      throw new Refusal({
        status: 429,
        code: 'RATE_LIMITED',
        message: `The gateway allows ${perMinute} request${perMinute === 1 ? '' : 's'} per minute for each caller.`,
        remedy: `Nothing was done. Send the request again in ${seconds} s.`,
        retryable: true,
        headers: { 'retry-after': String(seconds) },
      });
    },
  };
}
