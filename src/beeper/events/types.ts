import type { ErrorBody, NetworkError } from '../errors.ts';
import type { BeeperEvent } from './frames.ts';

/** Where the socket is opened, and how long it waits. */
export interface EventSocketOptions {
  /** Scheme, host and port of Beeper. */
  readonly origin: string;
  /** Bearer token; it is sent to `origin` alone. */
  readonly token: string;
  /** Milliseconds from the call to the answer to the upgrade. */
  readonly connectTimeoutMs: number;
  /** Milliseconds from the upgrade to `ready`, and from a `set` to its answer; default 5000. */
  readonly answerMs?: number;
  /** Milliseconds without a frame and without a ping that end the socket; default 75,000. Beeper pings every 30 s. */
  readonly silenceMs?: number;
}

/** What is told of a socket: never before `openEventSocket` has returned, and nothing after `onClosed`. */
export interface EventSocketListener {
  /** Once, when Beeper takes commands. */
  onReady(): void;
  /** Beeper sends the events of these chats from now on. While several `set` are under way, only the newest is told. */
  onSet(chatIDs: readonly string[]): void;
  /**
   * Beeper refused the newest `set`, so that an older one, or none, is in force.
   * @param code of Beeper's error, or `UNKNOWN`.
   */
  onSetRefused(code: string): void;
  onEvent(event: BeeperEvent): void;
  /** Events are missing. Called before the event that shows it, and for a frame that can't be read. */
  onLost(): void;
  /** Once, whatever ended the socket, `close` too. */
  onClosed(end: SocketEnd): void;
}

/** Why a socket ended. */
export type SocketEnd =
  /** Beeper answered the upgrade with a status; `body` is its error, or null. */
  | { readonly kind: 'refused'; readonly status: number; readonly body: ErrorBody | null }
  /** `connection`: never connected, or cut; `deadline`: no answer in time, or silence; `caller-gone`: `close` was called. */
  | { readonly kind: 'lost'; readonly cause: NetworkError };

/** A socket that is open, or about to be. */
export interface EventSocket {
  /**
   * Asks for the events of these chats and no others; `["*"]` stands for all. It is sent once Beeper is ready: of several
   * calls before that, the last. Does nothing once the socket has ended.
   */
  set(chatIDs: readonly string[]): void;
  /** Ends the socket. Only `onClosed` is called afterwards. */
  close(): void;
}
