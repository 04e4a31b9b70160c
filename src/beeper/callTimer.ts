import type { Deadlines } from './deadlines.ts';

/** What ends a call before its answer. */
export interface CallLimits extends Pick<Deadlines, 'deadline'>, Partial<Pick<Deadlines, 'sendBy'>> {
  /** Aborts when the caller disconnects. */
  readonly signal?: AbortSignal;
  /** Whether a call that was sent goes on then. */
  readonly detached?: boolean;
}

export interface CallTimer {
  /** Aborts at the deadline, at `sendBy` unless the call was sent, and when the caller disconnects. */
  readonly signal: AbortSignal;
  /** Whether the call was handed to a socket: Beeper may have read it. */
  readonly sent: boolean;
  /** Must be called right before the call is written. Aborts in place of a call that is too late. */
  onSocket(): void;
  /** @returns why the signal aborted, or null while it has not. */
  abortReason(): 'deadline' | 'caller-gone' | null;
  /** Must be called once the call has ended. */
  stop(): void;
}

/** One controller and one timer per call: `AbortSignal.any` leaves much for the garbage collector. */
export function startCallTimer({
  deadline,
  sendBy = deadline,
  signal: caller,
  detached = false,
}: CallLimits): CallTimer {
  const controller = new AbortController();
  let reason: ReturnType<CallTimer['abortReason']> = null;
  let sent = false;
  const abort = (by: typeof reason) => {
    reason ??= by;
    controller.abort();
  };
  const onTime = () => {
    if (sent && performance.now() < deadline) timer = startTimer(deadline);
    else abort('deadline');
  };
  const startTimer = (at: number) => setTimeout(onTime, Math.max(0, Math.ceil(at - performance.now())));
  let timer = startTimer(Math.min(sendBy, deadline));
  const onCallerGone = () => {
    if (!sent || !detached) abort('caller-gone');
  };
  if (caller?.aborted) onCallerGone();
  else caller?.addEventListener('abort', onCallerGone, { once: true });

  return {
    signal: controller.signal,
    get sent() {
      return sent;
    },
    onSocket() {
      // The timer is late where the event loop was held, or the process stopped.
      if (performance.now() >= sendBy) abort('deadline');
      if (reason === null) sent = true;
    },
    abortReason: () => reason,
    stop() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', onCallerGone);
    },
  };
}
