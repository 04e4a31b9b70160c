import type { Logger } from 'pino';
import { type BeeperClient, createClient } from './beeper/client.ts';
import type { Upstream } from './beeper/serverInfo.ts';
import type { Transport } from './beeper/transport.ts';
import type { KeyHolder } from './http/guards/keyHolder.ts';
import type { WriteGate, Writes } from './writes/pipeline.ts';

/** What a resolver may use: made once per request. */
export interface Context {
  /** Names this request in the answer, in `x-request-id` and in the log. */
  readonly requestID: string;
  /** The client whose gateway key came with the request; null if the gateway has no keys. */
  readonly keyHolder: KeyHolder | null;
  /** Beeper, on behalf of this caller. */
  readonly beeper: BeeperClient;
  /** The caller's budget and idempotency keys, through which every mutation writes. */
  readonly writes: Writes;
  /** Which Beeper the gateway talks to; the same for all callers. */
  readonly upstream: Upstream;
  /** Whether that is the embedded sandbox. */
  readonly sandbox: boolean;
  readonly log: Logger;
}

/** What the process shares between requests. */
export interface Shared {
  readonly transport: Transport;
  readonly upstream: Upstream;
  readonly writeGate: WriteGate;
  /** Used for callers that bring no token; null where there is none. */
  readonly accessToken: string | null;
  readonly sandbox: boolean;
  readonly log: Logger;
}

/** Of a request's headers only the bearer token is read here, and only that goes upstream. */
export function makeContext(
  shared: Shared,
  request: Request,
  { requestID, keyHolder }: Pick<Context, 'requestID' | 'keyHolder'>,
): Context {
  const log = shared.log.child({ requestID, ...(keyHolder && { keyHolder: keyHolder.name }) });
  const token = tokenOf(request.headers.get('authorization'), shared.accessToken);
  const bearer = { token, signal: nativeSignalOf(request.signal), log };
  return {
    requestID,
    keyHolder,
    beeper: createClient(shared.transport, shared.upstream, bearer),
    writes: shared.writeGate.for(bearer),
    upstream: shared.upstream,
    sandbox: shared.sandbox,
    log,
  };
}

/**
 * @returns the caller's `x-request-id` where it is a short, plain one, so that a router's log and ours agree;
 * a new UUID otherwise.
 */
export function requestIDOf(request: Request): string {
  const given = request.headers.get('x-request-id');
  return given !== null && /^[\w.-]{8,64}$/.test(given) ? given : crypto.randomUUID();
}

/**
 * The adapter's own signal is none of node's: made part of another, it goes on saying `aborted: false` on Node 20, and
 * never passes its abort on from Node 24 on. Its event can be relied on.
 */
function nativeSignalOf(signal: AbortSignal): AbortSignal {
  const controller = new AbortController();
  if (signal.aborted) controller.abort(signal.reason);
  else signal.addEventListener('abort', () => controller.abort(signal.reason), { once: true });
  return controller.signal;
}

/** A caller who brings a bearer token is never answered with the gateway's own, not even if theirs is malformed. */
function tokenOf(authorization: string | null, fallback: string | null): string | null {
  if (authorization === null || !/^bearer\b/i.test(authorization)) return fallback;
  return /^bearer +([A-Za-z0-9\-._~+/]+=*) *$/i.exec(authorization)?.[1] ?? null;
}
