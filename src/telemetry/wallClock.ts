/** Seconds since 1970 and nanoseconds, as the SDK wants them. */
export type SpanTime = [seconds: number, nanoseconds: number];

/** The two clocks of a machine drift apart by a second in a few weeks, and the wall clock can be set. */
const maxDriftMs = 5;

/**
 * Translates times of `performance.now()`, so that the spans of a request keep the differences between them to the
 * microsecond. The SDK's own translation rounds each span to the wall clock's milliseconds.
 */
export class WallClock {
  #offsetMs = performance.timeOrigin;

  /** To be called once per request: its times must not be translated in two ways. */
  adjust(): void {
    const offsetMs = Date.now() - performance.now();
    if (Math.abs(offsetMs - this.#offsetMs) > maxDriftMs) this.#offsetMs = offsetMs;
  }

  /** @param ms on the clock of `performance.now()`. */
  at(ms: number): SpanTime {
    const wallMs = this.#offsetMs + ms;
    const seconds = Math.floor(wallMs / 1_000);
    return [seconds, Math.round((wallMs - seconds * 1_000) * 1_000_000)];
  }
}
