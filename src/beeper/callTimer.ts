import type { CallerSignal } from '../common/callerSignal.ts';
import type { Deadlines } from './deadlines.ts';

/** What ends a call before its answer. */
export interface CallLimits extends Pick<Deadlines, 'deadline'>, Partial<Pick<Deadlines, 'sendBy'>> {
  /** Aborts when the caller disconnects. */
  readonly signal?: CallerSignal;
  /** Whether a call that was sent goes on then. */
  readonly detached?: boolean;
}

export type EndReason = 'deadline' | 'caller-gone';

export interface CallTimer {
  /** Whether the call was handed to a socket: Beeper may have read it. */
  readonly sent: boolean;
  /** Why the call must end; null while it may go on. */
  readonly reason: EndReason | null;
  /** Must be called right before the call is written. It must not be written if there is a `reason` afterwards. */
  onSocket(): void;
  /** Must be called once the call has ended. */
  stop(): void;
}

/**
 * @param onEnd is called once, when the call must end: at the deadline, at `sendBy` unless it was sent, and when the
 * caller disconnects.
 */
export function startCallTimer(
  { deadline, sendBy = deadline, signal: caller, detached = false }: CallLimits,
  onEnd: () => void,
): CallTimer {
  let reason: EndReason | null = null;
  let sent = false;
  const end = (by: EndReason) => {
    if (reason !== null) return;
    reason = by;
    onEnd();
  };
  const onTime = () => {
    if (sent && performance.now() < deadline) timer = startTimer(deadline);
    else end('deadline');
  };
  const startTimer = (at: number) => setTimeout(onTime, Math.max(0, Math.ceil(at - performance.now())));
  let timer = startTimer(Math.min(sendBy, deadline));
  const onCallerGone = () => {
    if (!sent || !detached) end('caller-gone');
  };
  if (caller?.aborted) reason = 'caller-gone';
  else caller?.addEventListener('abort', onCallerGone, { once: true });

  return {
    get sent() {
      return sent;
    },
    get reason() {
      return reason;
    },
    onSocket() {
      // The timer is late where the event loop was held, or the process stopped.
      if (performance.now() >= sendBy) end('deadline');
      if (reason === null) sent = true;
    },
    stop() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', onCallerGone);
    },
  };
}
