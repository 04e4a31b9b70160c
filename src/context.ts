import type { Caller, Connection } from './beeper/call.ts';
import type { Chat } from './beeper/chats/wire.ts';
import { type BeeperClient, createClient } from './beeper/client.ts';
import type { Message } from './beeper/messages/wire.ts';
import type { ServerInfo } from './beeper/serverInfo.ts';
import { tokenOf } from './common/bearer.ts';
import type { CallerSignal } from './common/callerSignal.ts';
import { canHavePhoneNumber } from './common/phoneDigits.ts';
import { createRequestLog, type Log } from './common/requestLog.ts';
import type { RequestRecord } from './common/requestRecord.ts';
import { parseTraceparent } from './common/traceparent.ts';
import { CallerFiles } from './files/callerFiles.ts';
import type { Files } from './files/files.ts';
import type { KeyHolder } from './http/guards/keyHolder.ts';
import type { LiveStream } from './live/events.ts';
import type { Hub, StreamRequest } from './live/hub.ts';
import { defaultProgressTimes, type ProgressTimes } from './live/progressTimes.ts';
import { createFollowUps, type FollowUps } from './writes/followUps.ts';
import type { RunWrite, SentKeys, Writes } from './writes/pipeline.ts';

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
    readonly known: BeeperClient['known'];
    readonly begun: BeeperClient['begun'];
    readonly reachable: BeeperClient['reachable'];
    readonly write: RunWrite;
  };
  /** Which Beeper the gateway talks to; the same for all callers. */
  readonly serverInfo: ServerInfo;
  /** Whether that is the embedded sandbox. */
  readonly sandbox: boolean;
  readonly log: Log;
  /**
   * The chats that this request has read, by ID. They may be outdated after a write: good for what hardly changes, such as
   * capabilities.
   */
  readonly chatsAtHand: Map<string, Chat>;
  /** The idempotency keys that the caller has written with. */
  readonly sentKeys: () => SentKeys;
  /** Addresses of files for the caller. */
  readonly files: CallerFiles;
  /** What payloads read after their writes. */
  readonly followUps: FollowUps;
  /** What was left out of Beeper's answers because it can't be read. */
  readonly dropped: Caller['dropped'];
  /** What the log, metrics and traces tell of the request; null where nothing is recorded. */
  readonly record: RequestRecord | null;
  readonly live: {
    /** @returns what happens in these chats, on behalf of the caller; see `Hub`. */
    readonly listen: (request: Pick<StreamRequest, 'chatIDs' | 'after' | 'isSignal'>) => LiveStream;
    /** As `Hub.holdEchoes`. */
    readonly holdEchoes: () => () => void;
    /** As `Hub.served`. */
    readonly served: (chatID: string, messages: readonly Message[]) => void;
    readonly progressTimes: ProgressTimes;
  };
  /** @returns a context for one event of a subscription: its reads have a time of their own, and see what is there now. */
  readonly forEvent: () => Context;
}

/** What the process shares between requests. */
export interface Shared extends Connection {
  readonly writes: Writes;
  readonly live: Hub;
  readonly files: Files;
  /** Used for callers that send no token; null where there is none. */
  readonly accessToken: string | null;
  readonly sandbox: boolean;
  /** How long a mutation that was done waits for what its payload reads afterwards; 10 s by default. */
  readonly followUpMs?: number | undefined;
  /** Those that differ from the defaults. */
  readonly progressTimes?: Partial<ProgressTimes> | undefined;
  readonly log: Log;
}

/** What the context takes from the request. */
export interface RequestFacts extends Pick<Context, 'requestID' | 'keyHolder' | 'record'> {
  /** The header of this name, or null. */
  readonly authorization: string | null;
  /** Aborts when the caller disconnects. */
  readonly signal: CallerSignal;
  /** @returns where clients reach the gateway, for addresses of files. */
  readonly baseURL: () => string;
}

/** Reads only the bearer token from the request's headers. Nothing else of them reaches Beeper. */
export function makeContext(shared: Shared, facts: RequestFacts): Context {
  const { authorization, signal, requestID, keyHolder, record, baseURL } = facts;
  const log = createRequestLog(shared.log, { requestID, ...(keyHolder && { keyHolder: keyHolder.name }) });
  const token = tokenOf(authorization, shared.accessToken);
  const dropped: Caller['dropped'] = new Map();
  const tokenOwner = tokenOf(authorization, null) === null ? 'gateway' : 'caller';
  // Not the time of its head: a slow caller may send the body for seconds.
  const arrivedAt = performance.now();
  const caller: Caller = { token, tokenOwner, signal, arrivedAt, log, dropped, record };
  const client = createClient(shared, caller);
  let sentKeys: SentKeys | undefined;
  return {
    requestID,
    keyHolder,
    beeper: {
      decode: client.decode,
      read: client.read,
      known: client.known,
      begun: client.begun,
      reachable: client.reachable,
      write: shared.writes.for(caller, client, keyHolder?.name ?? null),
    },
    serverInfo: shared.serverInfo,
    sandbox: shared.sandbox,
    log,
    chatsAtHand: new Map(),
    sentKeys() {
      sentKeys ??= shared.writes.keysFor(caller, keyHolder?.name ?? null);
      return sentKeys;
    },
    files: new CallerFiles(shared.files.service, { token, tokenOwner, keyHolder, baseURL }),
    followUps: createFollowUps(shared.followUpMs),
    dropped,
    record,
    live: {
      listen: (request) => shared.live.subscribe({ token, tokenOwner, keyHolder, signal, ...request }),
      holdEchoes: () => (token === null ? () => {} : shared.live.holdEchoes(token)),
      served(chatID, messages) {
        if (token !== null) shared.live.served(token, chatID, messages);
      },
      progressTimes: { ...defaultProgressTimes, ...shared.progressTimes },
    },
    // The record would keep the calls of a stream for as long as that is open.
    forEvent: () => makeContext(shared, { ...facts, record: null }),
  };
}

/**
 * @param headerOf returns a header of the request.
 * @returns an ID under which a router's log, a trace and ours find the request: that of `x-request-id` if it has 8 to 64
 * letters, digits and `_.-/:=+` and no phone number in it, else the trace ID of `traceparent`, else a new UUID.
 */
export function requestIDOf(headerOf: (name: string) => string | null | undefined): string {
  const given = headerOf('x-request-id') ?? '';
  if (/^[\w.\-/:=+]{8,64}$/.test(given) && !canHavePhoneNumber(given)) return given;
  return parseTraceparent(headerOf('traceparent') ?? '')?.traceID ?? crypto.randomUUID();
}
