import type { SandboxRoute } from './matchRoute.ts';

/**
 * What goes wrong with one call. What is not given is as without the fault.
 *
 * The route's own work (making the chat, say) is done first if `performs` is true; if `performs` is absent it is
 * done only where the fault still needs the route's own answer: with `delayMs`, `slowHeadersMs`, `slowBodyMs`,
 * `cut`, `headers` or a status below 300 alone.
 */
export interface Fault {
  /** Answers with this status; from 400 up without a `body`, with Beeper's error body for it. */
  status?: number;
  /** Added to the answer's headers, or replacing those of the same name (lower case). */
  headers?: Record<string, string | string[]>;
  /** A string is sent as it is (text/plain unless `headers` say otherwise), an object as JSON. */
  body?: string | object;
  /** Waits before anything is answered. */
  delayMs?: number;
  /** TCP RST instead of an answer: before the request's body is read, or after it was read in full. */
  reset?: 'before' | 'after';
  /** Whether the route's own work is done before the fault strikes. Not possible with `reset: 'before'`. */
  performs?: boolean;
  /** Sends the head with the whole content-length and half of the body, then ends the connection. */
  cut?: true;
  /** Answers 200 with an HTML page, as another program on Beeper's port would. */
  html?: true;
  /** Answers 200 application/json with a body that never ends, as fast as the client reads. */
  endless?: true;
  /** Sends the first line of the head at once and the rest of the answer only after this time. */
  slowHeadersMs?: number;
  /** Sends the head at once and the body in pieces over this time. */
  slowBodyMs?: number;
  /** Reads the request and never answers. */
  hang?: true;
}

/** The faults that wait for calls. */
export interface FaultBook {
  /** Queues a fault for one call of the route, first in, first out. */
  next(route: SandboxRoute, fault: Fault): void;
  /** Sets the fault of each call of the route that finds no queued one; null takes it away. */
  always(route: SandboxRoute, fault: Fault | null): void;
  /** The fault for a call of this route that is arriving now; a queued one is used up. */
  take(route: SandboxRoute): Fault | undefined;
}

/** An empty fault book. */
export function createFaultBook(): FaultBook {
  const queued = new Map<SandboxRoute, Fault[]>();
  const standing = new Map<SandboxRoute, Fault>();
  return {
    next(route, fault) {
      queued.set(route, [...(queued.get(route) ?? []), fault]);
    },
    always(route, fault) {
      if (fault) standing.set(route, fault);
      else standing.delete(route);
    },
    take(route) {
      return queued.get(route)?.shift() ?? standing.get(route);
    },
  };
}

/** Whether the route's own work is done in spite of the fault; see `Fault`. */
export function doesWork(fault: Fault): boolean {
  return fault.performs ?? !replacesAnswer(fault);
}

function replacesAnswer(fault: Fault): boolean {
  if (fault.reset || fault.html || fault.endless || fault.hang) return true;
  return fault.body !== undefined || (fault.status ?? 200) >= 300;
}
