import type { Logger } from 'pino';
import type { Caller, Connection } from './beeper/call.ts';
import { type BeeperClient, createClient } from './beeper/client.ts';
import type { ServerInfo } from './beeper/serverInfo.ts';
import { tokenOf } from './common/bearer.ts';
import type { KeyHolder } from './http/guards/keyHolder.ts';
import { createFollowUps, type FollowUps } from './writes/followUps.ts';
import type { RunWrite, Writes } from './writes/pipeline.ts';

/** What a resolver may use. Made once per request. */
export interface Context {
  /** Names the request in the answer, in `x-request-id` and in the log. */
  readonly requestID: string;
  /** Holder of the gateway key of the request; null where the gateway requires no key. */
  readonly keyHolder: KeyHolder | null;
  /** Beeper, on behalf of the caller. */
  readonly beeper: {
    readonly decode: BeeperClient['decode'];
    readonly read: BeeperClient['read'];
    readonly write: RunWrite;
  };
  /** Which Beeper the gateway talks to; the same for all callers. */
  readonly serverInfo: ServerInfo;
  /** Whether that is the embedded sandbox. */
  readonly sandbox: boolean;
  readonly log: Logger;
  /** What payloads read after their writes. */
  readonly followUps: FollowUps;
  /** What was left out of Beeper's answers because it can't be read. */
  readonly dropped: Caller['dropped'];
}

/** What the process shares between requests. */
export interface Shared extends Connection {
  readonly writes: Writes;
  /** Used for callers that send no token; null where there is none. */
  readonly accessToken: string | null;
  readonly sandbox: boolean;
  readonly log: Logger;
}

/** Reads only the bearer token from the request's headers. Nothing else of them reaches Beeper. */
export function makeContext(
  shared: Shared,
  request: Request,
  { requestID, keyHolder }: Pick<Context, 'requestID' | 'keyHolder'>,
): Context {
  const log = shared.log.child({ requestID, ...(keyHolder && { keyHolder: keyHolder.name }) });
  const authorization = request.headers.get('authorization');
  const token = tokenOf(authorization, shared.accessToken);
  const dropped: Caller['dropped'] = new Map();
  const tokenOwner = tokenOf(authorization, null) === null ? 'gateway' : 'caller';
  const caller: Caller = { token, tokenOwner, signal: nativeSignalOf(request.signal), log, dropped };
  const client = createClient(shared, caller);
  return {
    requestID,
    keyHolder,
    beeper: { decode: client.decode, read: client.read, write: shared.writes.for(caller, client) },
    serverInfo: shared.serverInfo,
    sandbox: shared.sandbox,
    log,
    followUps: createFollowUps(),
    dropped,
  };
}

/**
 * @param given the header `x-request-id`.
 * @returns the caller's ID where it has 8 to 64 letters, digits and `_.-`, so that a router's log and ours
 * agree; a new UUID otherwise.
 */
export function requestIDOf(given: string | null | undefined): string {
  return given != null && /^[\w.-]{8,64}$/.test(given) ? given : crypto.randomUUID();
}

/**
 * The adapter's signal is not one of Node's own: as part of another signal it stays `aborted: false` on Node 20, and
 * never forwards its abort on Node 24. Only its event is reliable.
 */
function nativeSignalOf(signal: AbortSignal): AbortSignal {
  const controller = new AbortController();
  if (signal.aborted) controller.abort(signal.reason);
  else signal.addEventListener('abort', () => controller.abort(signal.reason), { once: true });
  return controller.signal;
}
