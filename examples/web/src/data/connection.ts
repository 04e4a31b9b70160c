import { useSyncExternalStore } from 'react';
import type { FailureData } from '../failures/Failure.ts';

/** Whether what is shown is live. */
export type Connection =
  | { readonly kind: 'connecting' | 'live' | 'waiting' | 'offline' }
  | { readonly kind: 'failed'; readonly failure: FailureData };

const listeners = new Set<() => void>();
let connection: Connection = { kind: 'connecting' };

/** @returns the state of the stream of events. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => connection,
  );
}

/** Tells the page the state of the stream of events. */
export function setConnection(next: Connection): void {
  connection = next;
  for (const listener of listeners) listener();
}
