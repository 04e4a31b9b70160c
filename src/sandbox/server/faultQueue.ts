import type { SandboxRoute } from '../routes/routes.ts';
import type { Fault } from './fault.ts';

/** The faults that are set for future calls. */
export interface FaultQueue {
  /** Adds a fault for one call of the route. Calls take the faults in the order in which they were added. */
  next(route: SandboxRoute, fault: Fault): void;
  /** Sets the fault of every call that finds no queued fault. Null removes it. */
  always(route: SandboxRoute, fault: Fault | null): void;
  /** Returns the fault for a call that just arrived. Removes it if it was queued. */
  take(route: SandboxRoute): Fault | undefined;
}

export function createFaultQueue(): FaultQueue {
  const queued = new Map<SandboxRoute, Fault[]>();
  const permanent = new Map<SandboxRoute, Fault>();
  return {
    next(route, fault) {
      queued.set(route, [...(queued.get(route) ?? []), fault]);
    },
    always(route, fault) {
      if (fault) permanent.set(route, fault);
      else permanent.delete(route);
    },
    take(route) {
      return queued.get(route)?.shift() ?? permanent.get(route);
    },
  };
}
