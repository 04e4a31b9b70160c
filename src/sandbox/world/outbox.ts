import type { Message, SendStatus } from './model.ts';

/** What becomes of a pending message. */
export type Fate = 'sent' | 'fails-permanently' | 'fails-retriably' | 'stays-pending';

/** A message on its way to the network. */
export interface Departure {
  message: Message;
  /** The ID of the message once it is sent. */
  finalID: string;
  fate: Fate;
}

export interface Outbox {
  /** Ends the sending after this time. 0 ends it at once, 'never' leaves it to `settle`. */
  add(departure: Departure, afterMs: number | 'never'): void;
  /** Ends every sending at once. */
  settle(): void;
  /** Stops waiting. */
  close(): void;
}

/**
 * @param now returns the present as ISO 8601.
 * @param around runs `finish`, which ends the sending of the message.
 */
export function createOutbox(
  now: () => string,
  around: (message: Message, finish: () => void) => void,
): Outbox {
  const waiting = new Map<Departure, NodeJS.Timeout | undefined>();
  const end = (departure: Departure) => {
    clearTimeout(waiting.get(departure));
    waiting.delete(departure);
    around(departure.message, () => finish(departure, now()));
  };
  return {
    add(departure, afterMs) {
      if (departure.fate === 'stays-pending') return;
      if (afterMs === 0) end(departure);
      else
        waiting.set(departure, afterMs === 'never' ? undefined : startTimer(() => end(departure), afterMs));
    },
    settle() {
      for (const departure of [...waiting.keys()]) end(departure);
    },
    close() {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}

function startTimer(end: () => void, afterMs: number): NodeJS.Timeout {
  return setTimeout(end, afterMs).unref();
}

/** A message that fails keeps its pending ID, because no network ever gave it another. */
function finish({ message, finalID, fate }: Departure, timestamp: string): void {
  if (fate === 'sent') message.id = finalID;
  message.sendStatus = { timestamp, ...(fate === 'stays-pending' ? pending : outcomes[fate]) };
}

const pending = { status: 'PENDING' };

const outcomes: Readonly<Record<Exclude<Fate, 'stays-pending'>, Omit<SendStatus, 'timestamp'>>> = {
  sent: { status: 'SUCCESS', deliveredToUsers: [] },
  'fails-permanently': {
    status: 'FAIL_PERMANENT',
    reason: 'm.no_permission',
    message: 'The network does not allow this message',
  },
  'fails-retriably': {
    status: 'FAIL_RETRIABLE',
    reason: 'm.bridge_unavailable',
    message: 'The bridge is not connected',
  },
};
