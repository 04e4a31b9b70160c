import type { Logger } from 'pino';
import { Failure, UnauthenticatedFailure } from '../failures.ts';
import { NetworkFault, StatusFault, UnreadableFault } from './errors.ts';
import { type CallFacts, toFailure } from './failureOf.ts';
import type { Upstream } from './serverInfo.ts';

/** On whose behalf Beeper is asked. */
export interface Caller {
  /** The bearer token that goes upstream; null makes every call fail before it is sent. */
  readonly token: string | null;
  /** Aborts the upstream calls when the caller goes away. */
  readonly signal: AbortSignal;
  /** Carries the request ID. */
  readonly log: Logger;
}

type Asking = <T>(operation: string, facts: Partial<CallFacts>, work: () => Promise<T>) => Promise<T>;

/**
 * The door that every call of a caller goes through: what goes wrong inside comes out as a `Failure`, and is logged
 * here and nowhere else.
 */
export function createDoor(upstream: Upstream, caller: Caller): Asking {
  return async (operation, facts, work) => {
    const startedAt = performance.now();
    try {
      if (caller.token === null) throw noToken();
      return await work();
    } catch (fault) {
      if (fault instanceof NetworkFault && fault.reason === 'connection') upstream.forget();
      const failure = toFailure(fault, {
        write: false,
        toInputPath: () => [],
        appVersion: upstream.knownVersion(),
        ...facts,
      });
      if (failure instanceof Failure) {
        logFailure(caller.log, operation, failure, performance.now() - startedAt);
      }
      throw failure;
    }
  };
}

const noToken = () =>
  new UnauthenticatedFailure('There is no Beeper access token to ask with.', {
    remedy:
      'Send one as "Authorization: Bearer …", or set BEEPER_ACCESS_TOKEN at the gateway. Tokens are made in Beeper Desktop (Settings → Developers → Approved connections).',
  });

/** Codes, statuses and times only: messages and bodies can hold what people wrote, and who they are. */
function logFailure(log: Logger, operation: string, failure: Failure, durationMs: number): void {
  const { cause } = failure;
  log.warn(
    {
      operation,
      code: failure.code,
      ...(cause instanceof StatusFault && { status: cause.status, upstreamCode: cause.error?.code ?? null }),
      ...(cause instanceof UnreadableFault && { status: cause.status }),
      ...(cause instanceof NetworkFault && {
        network: cause.reason,
        networkCode: cause.networkCode,
        sent: cause.sent,
      }),
      durationMs: Math.round(durationMs),
    },
    'Beeper could not do what was asked',
  );
}
