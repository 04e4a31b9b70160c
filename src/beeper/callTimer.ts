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

/** Decides when a call must end. */
export class CallTimer {
  /** Whether the call was handed to a socket: Beeper may have read it. */
  sent = false;
  /** Why the call must end; null while it may go on. */
  reason: EndReason | null = null;
  readonly #limits: CallLimits;
  readonly #onEnd: () => void;
  readonly #sendBy: number;
  #timeout: NodeJS.Timeout;

  /**
   * @param onEnd is called once, when the call must end: at the deadline, at `sendBy` unless it was sent, and when the
   * caller disconnects.
   */
  constructor(limits: CallLimits, onEnd: () => void) {
    const { deadline, sendBy = deadline, signal } = limits;
    this.#limits = limits;
    this.#onEnd = onEnd;
    this.#sendBy = sendBy;
    this.#timeout = this.#endAt(Math.min(sendBy, deadline));
    if (signal?.aborted) this.reason = 'caller-gone';
    else signal?.addEventListener('abort', this.#onCallerGone, { once: true });
  }

  /** Must be called right before the call is written. It must not be written if there is a `reason` afterwards. */
  onSocket(): void {
    // The timer is late where the event loop was held, or the process stopped.
    if (performance.now() >= this.#sendBy) this.#end('deadline');
    if (this.reason === null) this.sent = true;
  }

  /** Must be called once the call has ended. */
  stop(): void {
    clearTimeout(this.#timeout);
    this.#limits.signal?.removeEventListener('abort', this.#onCallerGone);
  }

  #endAt(time: number): NodeJS.Timeout {
    return setTimeout(() => this.#onTime(), Math.max(0, Math.ceil(time - performance.now())));
  }

  #onTime(): void {
    const { deadline } = this.#limits;
    if (this.sent && performance.now() < deadline) this.#timeout = this.#endAt(deadline);
    else this.#end('deadline');
  }

  readonly #onCallerGone = (): void => {
    if (!this.sent || !this.#limits.detached) this.#end('caller-gone');
  };

  #end(by: EndReason): void {
    if (this.reason !== null) return;
    this.reason = by;
    this.#onEnd();
  }
}
