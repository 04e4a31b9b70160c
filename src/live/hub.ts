import { type Connection, missingToken } from '../beeper/call.ts';
import type { Message } from '../beeper/messages/wire.ts';
import type { TokenOwner } from '../beeper/tokenRemedies.ts';
import { callerScope } from '../common/callerScope.ts';
import type { CallerSignal } from '../common/callerSignal.ts';
import type { Log } from '../common/requestLog.ts';
import { type Failure, RateLimitedFailure } from '../failures.ts';
import type { KeyHolder } from '../http/guards/keyHolder.ts';
import type { LiveStream } from './events.ts';
import { Line, type LineTimes } from './line.ts';
import type { Member } from './members.ts';
import { EventStream } from './stream.ts';

/** Who listens, and to what. */
export interface StreamRequest {
  /** Null fails the stream. */
  readonly token: string | null;
  readonly tokenOwner: TokenOwner;
  readonly keyHolder: KeyHolder | null;
  /** Aborts when the caller disconnects. */
  readonly signal: CallerSignal;
  /** IDs or local IDs; null for all chats. */
  readonly chatIDs: readonly string[] | null;
  /** The `position` of the last event that the caller has; null for none. */
  readonly after: string | null;
  /** Whether events only say when to look, so that nothing is read for them, and gaps are not closed; false by default. */
  readonly isSignal?: boolean | undefined;
}

export interface HubOptions extends Connection {
  /** Scheme, host and port of Beeper. */
  readonly origin: string;
  readonly log: Log;
  /** Streams at a time, of all callers and of each. */
  readonly maxStreams: { readonly inAll: number; readonly perCaller: number };
  /** Events that wait for one reader; as that of a stream. */
  readonly maxPending?: number | undefined;
  /** Those that differ from the defaults. */
  readonly times?: Partial<LineTimes> | undefined;
}

export interface HubState {
  readonly streams: number;
  /** Sockets to Beeper that are open. */
  readonly sockets: number;
}

/** What happens in Beeper, for all streams of the process: one socket for each token. */
export interface Hub {
  /** @returns a stream that begins with `Started`, or holds only a failure. */
  subscribe(request: StreamRequest): LiveStream;
  /** Holds back events of own new messages of the token until the returned function is called, at most 2 s. */
  holdEchoes(token: string): () => void;
  /** Notes which messages a query was given, so that a gap in the events of the token can be closed. Cheap without a stream. */
  served(token: string, chatID: string, messages: readonly Message[]): void;
  /** Ends the streams of such callers with the failure. */
  endWhere(test: (keyHolder: KeyHolder | null) => boolean, failure: Failure): void;
  /** Ends all streams with the failure, now and from now on. */
  close(failure: Failure): void;
  state(): HubState;
}

const defaultTimes: LineTimes = {
  poll: 30_000,
  linger: 300,
  keep: 60_000,
  reconnect: 250,
  silence: 75_000,
  heal: 250,
};

export function createHub({ maxStreams, maxPending, times, ...options }: HubOptions): Hub {
  const lines = new Map<string, Line>();
  /** Streams of each caller. */
  const counts = new Map<string, number>();
  let streams = 0;
  let closed: Failure | null = null;

  const lineFor = (token: string, { tokenOwner, after }: StreamRequest): Line => {
    const known = lines.get(token);
    if (known?.canServe(after)) return known;
    known?.forget();
    const line = new Line(
      { ...options, token, tokenOwner, times: { ...defaultTimes, ...times } },
      () => void (lines.get(token) === line && lines.delete(token)),
    );
    lines.set(token, line);
    return line;
  };

  const tooMany = (caller: string): Failure | null => {
    if (streams >= maxStreams.inAll) return tooManyStreams(maxStreams.inAll, 'in all', 'GATEWAY_STREAMS');
    const own = counts.get(caller) ?? 0;
    return own >= maxStreams.perCaller
      ? tooManyStreams(maxStreams.perCaller, 'for each caller', 'GATEWAY_STREAMS_PER_CALLER')
      : null;
  };

  return {
    subscribe(request) {
      const { token, keyHolder, signal, chatIDs, after, isSignal = false } = request;
      const caller = callerScope(keyHolder?.name ?? null, token);
      const failure = closed ?? (token === null ? missingToken(options.serverInfo.known()) : tooMany(caller));
      if (failure || token === null) {
        const refused = new EventStream({ onLeave() {} });
        refused.end(failure);
        return refused;
      }
      streams += 1;
      counts.set(caller, (counts.get(caller) ?? 0) + 1);
      const line = lineFor(token, request);
      const leave = () => void stream.return();
      const stream = new EventStream({
        maxPending,
        onLeave() {
          streams -= 1;
          const left = (counts.get(caller) ?? 1) - 1;
          if (left === 0) counts.delete(caller);
          else counts.set(caller, left);
          signal.removeEventListener('abort', leave);
          line.leave(member);
        },
      });
      const member: Member = {
        stream,
        keyHolder,
        chatIDs,
        after,
        isSignal,
        state: 'joining',
        wants: null,
        missing: [],
      };
      signal.addEventListener('abort', leave, { once: true });
      if (signal.aborted) leave();
      else line.join(member);
      return stream;
    },
    holdEchoes: (token) => lines.get(token)?.holdEchoes() ?? (() => {}),
    served: (token, chatID, messages) => lines.get(token)?.served(chatID, messages),
    endWhere(test, failure) {
      for (const line of lines.values()) {
        for (const { keyHolder, stream } of [...line.members]) if (test(keyHolder)) stream.end(failure);
      }
    },
    close(failure) {
      closed = failure;
      for (const line of [...lines.values()]) line.end(failure);
    },
    state: () => ({
      streams,
      sockets: [...lines.values()].filter(({ hasSocket }) => hasSocket).length,
    }),
  };
}

const tooManyStreams = (limit: number, of: string, setting: string) =>
  new RateLimitedFailure(`The gateway allows ${limit} open subscriptions ${of}.`, {
    remedy: `Use one subscription for a whole page, and end those that you do not need. ${setting} sets the limit.`,
    retryAfterSeconds: 1,
  });
