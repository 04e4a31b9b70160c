import type { Connection } from '../beeper/call.ts';
import type { Message } from '../beeper/messages/wire.ts';
import type { TokenOwner } from '../beeper/tokenRemedies.ts';
import type { CallerSignal } from '../common/callerSignal.ts';
import type { Log } from '../common/requestLog.ts';
import type { Failure } from '../failures.ts';
import type { KeyHolder } from '../http/guards/keyHolder.ts';
import type { LiveStream } from './events.ts';
import { EventStream } from './stream.ts';

/** Who listens, and to what. */
export interface StreamRequest {
  /** Null fails the stream. */
  readonly token: string | null;
  readonly tokenOwner: TokenOwner;
  readonly keyHolder: KeyHolder | null;
  /** Aborts when the caller disconnects. */
  readonly signal: CallerSignal;
  readonly log: Log;
  /** IDs or local IDs; null for all chats. */
  readonly chatIDs: readonly string[] | null;
  /** The `position` of the last event that the caller has; null for none. */
  readonly after: string | null;
}

export interface HubOptions extends Connection {
  /** Scheme, host and port of Beeper. */
  readonly origin: string;
  readonly log: Log;
  /** Streams at a time, of all callers and of each. */
  readonly maxStreams: { readonly inAll: number; readonly perCaller: number };
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

export function createHub(_options: HubOptions): Hub {
  const streams = new Set<EventStream>();
  return {
    subscribe({ signal }) {
      const stream = new EventStream({ onLeave: () => streams.delete(stream) });
      streams.add(stream);
      signal.addEventListener('abort', () => void stream.return(), { once: true });
      stream.push('started', {
        kind: 'started',
        isResumed: false,
        isPolled: false,
        position: 'x.0',
        occurredAt: new Date(),
      });
      return stream;
    },
    holdEchoes: () => () => {},
    served() {},
    endWhere(_test, failure) {
      for (const stream of streams) stream.end(failure);
    },
    close(failure) {
      for (const stream of streams) stream.end(failure);
    },
    state: () => ({ streams: streams.size, sockets: 0 }),
  };
}
