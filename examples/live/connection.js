import { chatEvents } from './documents.js';
import { subscribe } from './sse.js';

/** The gateway sends a heartbeat every 15 s. */
const defaults = { silenceMs: 40_000, lookMs: 5_000, minPauseMs: 500, maxPauseMs: 30_000 };

/**
 * Keeps one `chatEvents` stream open. After it was lost, it goes on from the last event that it delivered.
 *
 * @param {object} options
 * @param {string} options.url
 * @param {Record<string, string>} options.headers
 * @param {string | null} options.after `position` of the last event that is applied already
 * @param {(result: { data?: any, errors?: any[] }) => void} options.onResult gets what `chatEvents` delivers, but not its end
 * @param {(status: Status) => void} options.onStatus
 * @param {Partial<typeof defaults>} [options.times] in milliseconds
 * @returns {{ check: () => void, retry: () => void, close: () => void }} `check` reconnects if no byte has arrived for `silenceMs`
 *
 * @typedef {{ kind: 'connecting' | 'live' | 'waiting' } | { kind: 'failed', failure: Failure }} Status
 * @typedef {{ code?: unknown, message: string, remedy?: unknown, retryable: unknown, retryAfterSeconds?: number | null }} Failure
 */
export function openConnection({ url, headers, after, onResult, onStatus, times = {} }) {
  const { silenceMs, lookMs, minPauseMs, maxPauseMs } = { ...defaults, ...times };
  const closed = new AbortController();
  let position = after;
  let lastByte = Date.now();
  let attempt = new AbortController();
  let isRunning = false;
  let pauseMs = 0;
  let endPause = () => {};

  const reconnect = () => {
    pauseMs = 0;
    attempt.abort();
    endPause();
  };
  const check = () => {
    if (isRunning && Date.now() - lastByte > silenceMs) reconnect();
  };
  // Another network: the connection is dead, although nothing says so.
  addEventListener('online', reconnect, { signal: closed.signal });
  // The computer slept, or the browser did not run the timer of a hidden tab.
  document.addEventListener('visibilitychange', check, { signal: closed.signal });
  const timer = setInterval(check, lookMs);
  closed.signal.addEventListener('abort', () => {
    clearInterval(timer);
    reconnect();
  });

  /** @returns {Promise<Failure | null>} a failure after which trying again is useless. */
  async function run() {
    /** @type {Failure | null} */
    let failure = null;
    let index = 0;
    attempt = new AbortController();
    lastByte = Date.now();
    onStatus({ kind: 'connecting' });
    try {
      await subscribe({
        url,
        headers,
        operation: { query: chatEvents, variables: { after: position } },
        signal: attempt.signal,
        onBytes() {
          lastByte = Date.now();
        },
        onResult(result) {
          const event = result.data?.chatEvents;
          if (!event || event.__typename === 'BeeperLiveEnded') {
            const message = result.errors?.[0]?.message ?? 'The gateway sent no event.';
            failure = event?.error ?? { message, retryable: true };
            return;
          }
          pauseMs = 0;
          if (event.__typename === 'BeeperLiveStarted') onStatus({ kind: 'live' });
          // Something on the way, such as a router, has dropped an event.
          if (event.index !== index) onResult({ data: { chatEvents: lostOnTheWay(position) } });
          index = event.index + 1;
          position = event.position;
          onResult(result);
        },
      });
    } catch (error) {
      if (attempt.signal.aborted) return null;
      const { code, remedy, retryable = true, message } = error;
      failure = { code, remedy, retryable, message };
    }
    if (failure?.retryable === false) return failure;
    pauseMs = Math.min(
      maxPauseMs,
      Math.max(minPauseMs, pauseMs * 2, 1_000 * (failure?.retryAfterSeconds ?? 0)),
    );
    return null;
  }

  (async () => {
    while (!closed.signal.aborted) {
      isRunning = true;
      const failure = await run();
      isRunning = false;
      if (closed.signal.aborted) return;
      if (failure) onStatus({ kind: 'failed', failure });
      else if (pauseMs > 0) onStatus({ kind: 'waiting' });
      if (!failure && pauseMs === 0) continue;
      await new Promise((resolve) => {
        endPause = () => resolve(null);
        // Not all pages of all users at the same moment. After a failure for good, only the user tries again.
        if (!failure) setTimeout(resolve, pauseMs * (0.5 + Math.random()));
      });
    }
  })();

  return { check, retry: reconnect, close: () => closed.abort() };
}

/** @param {string | null} position */
const lostOnTheWay = (position) => ({
  __typename: 'BeeperLiveGap',
  reason: 'EVENTS_LOST',
  needsReload: true,
  chatIDs: null,
  position,
});
