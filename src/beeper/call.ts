import type { CallerSignal } from '../common/callerSignal.ts';
import type { Log } from '../common/requestLog.ts';
import type { RequestRecord } from '../common/requestRecord.ts';
import { ExpectedError, Failure, UnauthenticatedFailure, UnsupportedFailure } from '../failures.ts';
import { deadlinesOf } from './deadlines.ts';
import { type Dropped, whileCollecting } from './dropped.ts';
import { decodeErrorBody } from './errorBody.ts';
import { type ErrorBody, NetworkError, StatusError, UnreadableError } from './errors.ts';
import { type CallFacts, failureOf } from './failureOf.ts';
import type { Request, RequestForDialect, Unsupported } from './operation.ts';
import type { ServerInfo } from './serverInfo.ts';
import { type KnownServer, remedyForMissing, requiredVersion } from './serverWords.ts';
import { missingTokenRemedy, type TokenOwner } from './tokenRemedies.ts';
import type { Answer, Transport } from './transport.ts';
import { type Wait, waitFor } from './waitFor.ts';

/** Beeper, as the whole process shares it. */
export interface Connection {
  readonly transport: Transport;
  readonly serverInfo: ServerInfo;
  /** Milliseconds from the arrival of a request, or of a later write in it, to the end of its calls. */
  readonly timeoutMs: number;
}

/** On whose behalf Beeper is called. */
export interface Caller {
  /** Bearer token that is sent to Beeper; null fails every call before it is sent. */
  readonly token: string | null;
  /** Whose token that is: the caller's own, or the gateway's for callers without one. */
  readonly tokenOwner: TokenOwner;
  /** Aborts when the caller disconnects. */
  readonly signal: CallerSignal;
  /** When the request had arrived in full, on the clock of `performance.now()`. */
  readonly arrivedAt: number;
  /** Adds the request ID to every line. */
  readonly log: Log;
  /** Counts what decoding leaves out. */
  readonly dropped: Dropped;
  /** Is told of each call; null where nothing is recorded. */
  readonly record: RequestRecord | null;
}

/** A read or a write, ready to be called. */
export interface Operation<Value> extends Omit<CallFacts, 'server' | 'tokenOwner'> {
  /** Name of the mutation, or of the query field that is served. */
  readonly operation: string;
  readonly request: Request | RequestForDialect;
  /** @returns the value of a 2xx answer, or null where it holds none. `body` is as in `Answer`. */
  readonly decode: (body: unknown) => Value | null;
  /** The value for a 404 with Beeper's error; left out, a 404 is a failure. */
  readonly ifNotFound?: Value | undefined;
  /** The value for a server without the route; left out, that is a failure. */
  readonly ifRouteMissing?: Value | undefined;
  /** Its own time, in place of that of the connection; marks a slow call. */
  readonly timeoutMs?: number | undefined;
  /** Whether a call that was sent goes on when the caller disconnects. */
  readonly detached: boolean;
  /** As in `WriteEndpoint`. */
  readonly conflictsOnceDone?: true | undefined;
  /** When its time began to run, on the clock of `performance.now()`. */
  readonly startedAt: number;
}

/**
 * Runs one upstream call: picks the request for the server's dialect, sends it, and reads the answer.
 * @throws {Failure} for everything that can be expected to fail, logged once.
 */
export async function call<Value>(
  { transport, serverInfo, timeoutMs }: Connection,
  caller: Caller,
  operation: Operation<Value>,
): Promise<Value> {
  const { effect, detached, conflictsOnceDone } = operation;
  const { signal } = caller;
  const startedAt = performance.now();
  try {
    if (caller.token === null) throw missingToken(serverInfo.known());
    const deadlines = deadlinesOf(effect, operation.startedAt, operation.timeoutMs ?? timeoutMs);
    const wait = { until: deadlines.sendBy, signal };
    const chosen = requestFor(operation, serverInfo, wait);
    const { method, path, body, since = null } = chosen instanceof Promise ? await chosen : chosen;
    const { deadline, sendBy } = deadlines;
    const { token } = caller;
    const answer = await transport.call({
      method,
      path,
      body,
      deadline,
      sendBy,
      effect,
      isSlow: operation.timeoutMs !== undefined,
      token,
      signal,
      detached,
      conflictsOnceDone,
      record: caller.record,
    });
    serverInfo.observe(answer.appVersion, answer.date);
    const read = whileCollecting(caller.dropped, () => readAnswer(answer, operation, since));
    if (read instanceof ExpectedError) throw read;
    return read;
  } catch (error) {
    if (error instanceof NetworkError && error.reason === 'connection') serverInfo.forget();
    const server = knownServer(operation, serverInfo);
    const failure = failureOf(error, { server, tokenOwner: caller.tokenOwner, ...operation });
    if (failure instanceof Failure) logFailure(caller.log, operation.operation, failure, startedAt);
    throw failure;
  }
}

/** @returns a promise only while the dialect of the server has to be asked for. */
function requestFor(
  { request }: Operation<unknown>,
  serverInfo: ServerInfo,
  wait: Wait,
): Request | Promise<Request> {
  if (typeof request !== 'function') return request;
  const dialect = serverInfo.dialect();
  const supported = (chosen: Request | Unsupported) => requireSupport(chosen, serverInfo);
  if (!(dialect instanceof Promise)) return supported(request(dialect, serverInfo.known()));
  return waitFor(dialect, wait).then((found) => supported(request(found, serverInfo.known())));
}

function requireSupport(chosen: Request | Unsupported, serverInfo: ServerInfo): Request {
  if (!('unsupported' in chosen)) return chosen;
  throw unsupportedBy(serverInfo.known(), chosen);
}

/** @returns why this server is not asked. */
export const unsupportedBy = (server: KnownServer, { unsupported, since, remedy }: Unsupported) =>
  new UnsupportedFailure(unsupported, {
    remedy: [since === null ? null : remedyForMissing(since, server), remedy].filter(Boolean).join(' '),
    requiredVersion: requiredVersion(since, server),
    actualVersion: server.appVersion,
  });

/** `BEEPER_API` has no part in a request that is the same in every dialect. */
function knownServer({ request }: Operation<unknown>, serverInfo: ServerInfo): KnownServer {
  const server = serverInfo.known();
  return typeof request === 'function' ? server : { ...server, pinned: null };
}

/** @returns the value, or why there is none, which is not thrown: V8 never compiles what always throws. */
function readAnswer<Value>(
  { status, body, complete, retryAfterSeconds }: Answer,
  { decode, ifNotFound, ifRouteMissing }: Operation<Value>,
  since: string | null,
): Value | UnreadableError | StatusError {
  if (status >= 200 && status < 300) {
    const value = body === undefined ? null : decode(body);
    return value === null ? new UnreadableError(status) : value;
  }
  const error = decodeErrorBody(body);
  // Without Beeper's error a 404 says that the route is missing, not the resource.
  if (status === 404 && error && ifNotFound !== undefined) return ifNotFound;
  if (isRouteMissing(status, error) && complete && ifRouteMissing !== undefined) return ifRouteMissing;
  return new StatusError({ status, body: error, complete, since, retryAfterSeconds });
}

const isRouteMissing = (status: number, error: ErrorBody | null): boolean =>
  status === 404 ? error === null : status === 405 || status === 501;

/** @returns why nothing can be asked without a token. */
export const missingToken = (server: KnownServer) =>
  new UnauthenticatedFailure('The request has no Beeper access token.', {
    remedy: missingTokenRemedy(server),
  });

/** Codes, statuses and times only: messages and bodies can hold texts and names of people. */
function logFailure(log: Log, operation: string, failure: Failure, startedAt: number): void {
  const { cause } = failure;
  const fields: Record<string, unknown> = { operation, code: failure.code };
  if (cause instanceof StatusError) {
    fields.status = cause.status;
    fields.upstreamCode = cause.body?.code ?? null;
  } else if (cause instanceof UnreadableError) {
    fields.status = cause.status;
  } else if (cause instanceof NetworkError) {
    fields.network = cause.reason;
    fields.networkCode = cause.networkCode;
    fields.sent = cause.sent;
  }
  fields.durationMs = Math.round(performance.now() - startedAt);
  log.warn(fields, 'Upstream call failed');
}
