import type { Message } from './model.ts';

const dayMs = 86_400_000;

/** Finds messages by the ID that they had while they were pending. */
export interface PendingIDs {
  /** Returns a new ID. On real apps it contains the time in microseconds. */
  create(prefix: string): string;
  /** The ID leads to the message for a day. */
  remember(pendingID: string, message: Message): void;
  find(pendingID: string): Message | undefined;
}

/** @param now returns the present in milliseconds since 1970. */
export function createPendingIDs(now: () => number): PendingIDs {
  const messages = new Map<string, { message: Message; until: number }>();
  let last = 0;
  return {
    create(prefix) {
      last = Math.max(last + 1, now() * 1000);
      return prefix + last;
    },
    remember(pendingID, message) {
      messages.set(pendingID, { message, until: now() + dayMs });
    },
    find(pendingID) {
      const entry = messages.get(pendingID);
      return entry && now() < entry.until ? entry.message : undefined;
    },
  };
}

/** Whether the ID has the form of a pending ID: `m1694783291234567`, or that of another server of the API. */
export function isPendingID(messageID: string): boolean {
  return /^(m|hicli-mautrix-go_)\d+$/.test(messageID);
}

/** The Matrix event ID of a message. Only sent messages have one. */
export function eventIDOf({ id }: Message): string | undefined {
  return isPendingID(id) ? undefined : `$event${id}`;
}
