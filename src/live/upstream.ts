import type { BeeperEvent, EventSocket, SocketEnd } from '../beeper/events/socket.ts';
import { openEventSocket } from '../beeper/events/socket.ts';

export interface UpstreamOptions {
  /** Scheme, host and port of Beeper. */
  readonly origin: string;
  readonly token: string;
  readonly connectTimeoutMs: number;
  /** The first pause before a lost socket is opened again, at most; each further one is twice as long. */
  readonly pauseMs: number;
  /** As that of the socket. */
  readonly silenceMs: number;
}

/** Why there are no events. */
export type UpstreamEnd = SocketEnd | { readonly kind: 'setRefused'; readonly code: string };

export interface UpstreamListener {
  /** Beeper sends the events of what is wanted, from now on. */
  onConfirmed(): void;
  onEvent(event: BeeperEvent): void;
  /** Events are missing before the next one. */
  onLost(): void;
  /** A socket that was confirmed is lost. */
  onInterrupted(): void;
  /** It is lost, and can't be opened again at once. */
  onDown(): void;
  /** Called once, at the end: Beeper refuses, or could not be reached for the first time. */
  onEnd(end: UpstreamEnd): void;
}

/** With more, Beeper is asked for all chats. */
const maxChatIDs = 200;
const allChats = ['*'];
const firstAttempts = 3;
const maxPauseMs = 15_000;
/** After this time a socket counts as stable, so that the pauses begin anew. */
const stableMs = 10_000;

/** Keeps one socket to Beeper open, and its set of chats as it is wanted. */
export class Upstream {
  readonly #options: UpstreamOptions;
  readonly #listener: UpstreamListener;
  #socket: EventSocket | null = null;
  #timer: NodeJS.Timeout | null = null;
  #wanted: readonly string[] = [];
  /** The set that Beeper was last asked for on this socket; null before it is ready. */
  #asked: readonly string[] | null = null;
  /** Whether that is confirmed. */
  #isConfirmed = false;
  /** When a set was first confirmed on this socket, on the clock of `performance.now()`; null before. */
  #upSince: number | null = null;
  #wasUp = false;
  #takesAllOnly = false;
  #isClosed = false;
  /** In a row, without a stable socket between them. */
  #losses = 0;
  /** In a row, without a confirmed socket between them. */
  #failures = 0;

  constructor(options: UpstreamOptions, listener: UpstreamListener) {
    this.#options = options;
    this.#listener = listener;
  }

  /** Whether a socket is open or being opened. */
  get isOpen(): boolean {
    return this.#socket !== null;
  }

  /** Whether a socket that was up is lost, and could not be opened again so far. */
  get isDown(): boolean {
    return this.#wasUp && this.#failures > 0;
  }

  /** @param chatIDs null for all. Opens a socket where there is none. */
  want(chatIDs: ReadonlySet<string> | null): void {
    const isAll = chatIDs === null || this.#takesAllOnly || chatIDs.size > maxChatIDs;
    this.#wanted = isAll ? allChats : [...chatIDs].sort();
    if (this.#asked !== null) this.#ask();
    else if (this.#socket === null && this.#timer === null) this.#connect();
  }

  close(): void {
    this.#isClosed = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#socket?.close();
    this.#socket = null;
  }

  #connect(): void {
    this.#timer = null;
    const { pauseMs: _, ...options } = this.#options;
    this.#socket = openEventSocket(options, {
      onReady: () => this.#ask(),
      onSet: (chatIDs) => {
        if (this.#asked === null || !isSame(chatIDs, this.#asked)) return;
        this.#isConfirmed = true;
        this.#upSince ??= performance.now();
        this.#wasUp = true;
        this.#failures = 0;
        this.#listener.onConfirmed();
      },
      onSetRefused: (code) => this.#onSetRefused(code),
      onEvent: (event) => this.#listener.onEvent(event),
      onLost: () => this.#listener.onLost(),
      onClosed: (end) => this.#onClosed(end),
    });
  }

  #ask(): void {
    if (this.#asked !== null && isSame(this.#asked, this.#wanted)) {
      if (this.#isConfirmed) this.#listener.onConfirmed();
      return;
    }
    this.#asked = this.#wanted;
    this.#isConfirmed = false;
    this.#socket?.set(this.#wanted);
  }

  /** A server may not know one of the IDs, or take fewer. What is not wanted is left out here. */
  #onSetRefused(code: string): void {
    if (this.#isClosed) return;
    if (isSame(this.#asked ?? [], allChats)) {
      this.#end({ kind: 'setRefused', code });
      return;
    }
    this.#takesAllOnly = true;
    this.want(null);
  }

  #onClosed(end: SocketEnd): void {
    if (this.#isClosed) return;
    const upSince = this.#upSince;
    this.#socket = null;
    this.#asked = null;
    this.#isConfirmed = false;
    this.#upSince = null;
    if (upSince === null) this.#failures += 1;
    else this.#listener.onInterrupted();
    this.#losses = upSince !== null && performance.now() - upSince > stableMs ? 0 : this.#losses + 1;
    const isLast = this.#failures >= firstAttempts;
    const isRejected = end.kind === 'refused' && isOfToken(end.status);
    // What has sent events before is likely to do so again.
    const isRefused = isMissingRoute(end) && (!this.#wasUp || isLast);
    if (isRejected || isRefused || (!this.#wasUp && isLast)) {
      this.#end(end);
      return;
    }
    if (this.#wasUp && this.#failures === 1) this.#listener.onDown();
    this.#timer = setTimeout(() => this.#connect(), this.#pause());
  }

  #end(end: UpstreamEnd): void {
    this.close();
    this.#listener.onEnd(end);
  }

  /** Random, so that all lines of a gateway, and all gateways, do not return to a Beeper that has restarted at once. */
  #pause(): number {
    const { pauseMs } = this.#options;
    const longest = Math.min(pauseMs * 2 ** Math.min(this.#losses, 10), maxPauseMs);
    return longest * (0.2 + 0.8 * Math.random());
  }
}

const isOfToken = (status: number): boolean => status === 401 || status === 403;

/** Of a proxy, or of an app that is starting. */
const isPassing = (status: number): boolean => status === 408 || status === 429 || status >= 500;

/** @returns whether the server has no events: the app may be older than it was, and other servers have none. */
export const isMissingRoute = (end: UpstreamEnd): boolean =>
  end.kind === 'refused' && !isOfToken(end.status) && !isPassing(end.status);

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, at) => id === other[at]);
