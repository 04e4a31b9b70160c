import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Subscription } from './commands.ts';

/** A WebSocket of a client, with the faults that it is set to. */
export interface EventSocket {
  readonly token: string;
  /** The last subscription that was accepted; null before the first. */
  subscription: Subscription | null;
  /** Sends the text after `delayMs`, and after all texts before it. */
  send(text: string, delayMs: number): void;
  /** Returns the next number: 1 for the first event of the socket. */
  nextSeq(): number;
  ping(): void;
  /** Sends nothing from now on, not even pongs. The socket stays open. */
  silence(): void;
  /** Closes the socket with a status code of WebSocket. */
  close(code: number): void;
  /** Resets the TCP connection. */
  reset(): void;
}

export function createEventSocket(webSocket: WebSocket, connection: Socket, token: string): EventSocket {
  const waiting = new Set<NodeJS.Timeout>();
  let isSilent = false;
  let seq = 0;
  /** When the last text is sent, in milliseconds since 1970. */
  let lastAt = 0;
  const sendNow = (text: string) => {
    if (!isSilent && webSocket.readyState === webSocket.OPEN) webSocket.send(text);
  };
  webSocket.on('error', () => {});
  webSocket.on('ping', (data) => {
    if (!isSilent) webSocket.pong(data);
  });
  webSocket.on('close', () => {
    for (const timer of waiting) clearTimeout(timer);
  });
  return {
    token,
    subscription: null,
    send(text, delayMs) {
      if (delayMs === 0 && waiting.size === 0) return sendNow(text);
      // A timer that is started later with a shorter time must not fire earlier.
      lastAt = Math.max(lastAt + 1, Date.now() + delayMs);
      const timer = setTimeout(() => {
        waiting.delete(timer);
        sendNow(text);
      }, lastAt - Date.now()).unref();
      waiting.add(timer);
    },
    nextSeq: () => ++seq,
    ping() {
      if (!isSilent && webSocket.readyState === webSocket.OPEN) webSocket.ping();
    },
    silence() {
      isSilent = true;
    },
    close: (code) => webSocket.close(code),
    reset: () => void connection.resetAndDestroy(),
  };
}
