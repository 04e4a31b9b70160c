import { useSyncExternalStore } from 'react';
import type { FailureData } from '../failures/Failure.ts';

/** Whether what is shown is live. `waiting` until the next try; `failed` until somebody calls `reconnect`. */
export type Connection =
  | { readonly kind: 'connecting' | 'live' | 'waiting' | 'offline' }
  | { readonly kind: 'failed'; readonly failure: FailureData };

const listeners = new Set<() => void>();
let connection: Connection = { kind: 'connecting' };
let connect = () => {};

/** @returns the state of the stream of events. */
export function useConnection(): Connection {
  return useSyncExternalStore(onConnection, currentConnection);
}

/** @returns the state of the stream of events, outside of components. */
export const currentConnection = (): Connection => connection;

/** Calls a function for each new state, until the function that it returns is called. */
export function onConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Connects at once, without waiting for the next try. */
export function reconnect(): void {
  connect();
}

/** For the module that holds the stream. */
export function provideConnection(connectNow: () => void): (next: Connection) => void {
  connect = connectNow;
  return (next) => {
    connection = next;
    for (const listener of listeners) listener();
  };
}
