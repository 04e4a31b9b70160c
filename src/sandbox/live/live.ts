/** An open WebSocket. */
export interface LiveSocket {
  readonly token: string;
  /** The chats of the last subscription; null before the first. */
  readonly chatIDs: readonly string[] | null;
}

/** What becomes of the sockets of a token that ended: they send nothing more, only pings, or are closed. */
export type TokenEnd = 'silent' | 'pings' | 'closed';

/** The WebSockets of the sandbox and their faults. */
export interface Live {
  /** The open sockets, oldest first. */
  readonly sockets: readonly LiveSocket[];
  /** Whether new sockets get no `ready`. Can be set at any time. */
  withoutReady: boolean;
  /** Whether commands are obeyed and get no `subscriptions.updated`. Can be set at any time. */
  withoutUpdated: boolean;
  /** Whether `message.deleted` tells that a pending message has its final ID now. Can be set at any time. Default false. */
  tellsReplaced: boolean;
  /** Does not send the next `count` events that a socket is subscribed to. They take a `seq` nevertheless. */
  drop(count: number): void;
  /** Resets the connections of all sockets. */
  kill(): void;
  /** The open sockets send nothing from now on, no pings either, and stay open. They still answer a close. */
  silence(): void;
  /** All sockets send everything but pings this many milliseconds later. */
  slow(delayMs: number): void;
  /** Sends the text to all sockets as it is. A function gets the next `seq` of the socket. */
  sendRaw(frame: string | ((seq: number) => string)): void;
  /** Revokes the token: requests get 401. Its sockets get no events any more, and otherwise what `end` says. Default 'silent'. */
  endToken(token: string, end?: TokenEnd): void;
}
