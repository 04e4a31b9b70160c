import { type FailureData, FailureFragment, waitMsOf } from '../failures/Failure.ts';
import { failureOfError } from '../failures/NoAnswer.ts';
import { getFragmentData } from '../gql/index.ts';
import { applyEvent, type ToRead } from './applyEvent.ts';
import { client } from './client.ts';
import { provideConnection } from './connection.ts';
import { settleArrived } from './outbox.ts';
import { readAgain } from './reading.ts';
import { queriesOnTheirWay } from './runningQueries.ts';
import { readStream } from './stream.ts';

/** The gateway sends a heartbeat every 15 s. */
const silenceMs = 40_000;
const lookMs = 5_000;
const minPauseMs = 500;
const maxPauseMs = 30_000;

/** Opens the one stream of the page, and keeps it open. After it was lost, it goes on from the last event that arrived. */
export function openLive(): void {
  let position: string | null = null;
  let lastByte = 0;
  let pauseMs = 0;
  let attempt = new AbortController();
  let endPause = () => {};

  const connectNow = () => {
    pauseMs = 0;
    attempt.abort();
    endPause();
  };
  const setConnection = provideConnection(connectNow);
  const check = () => {
    if (Date.now() - lastByte > silenceMs) attempt.abort();
  };

  // Another network: the old connection is dead, although nothing says so.
  addEventListener('online', connectNow);
  addEventListener('offline', () => setConnection({ kind: 'offline' }));
  // The computer slept, or the browser did not run the timer of a hidden tab.
  document.addEventListener('visibilitychange', check);
  // Back from the back/forward cache, where there are no connections.
  addEventListener('pageshow', ({ persisted }) => persisted && connectNow());
  setInterval(check, lookMs);

  /** @returns why the stream ended. Null if it was this page that ended it. */
  async function connect(): Promise<FailureData | null> {
    let failure: FailureData | null = null;
    let index = 0;
    attempt = new AbortController();
    const { signal } = attempt;
    lastByte = Date.now();
    setConnection({ kind: 'connecting' });
    try {
      await readStream(position, signal, {
        onBytes() {
          lastByte = Date.now();
        },
        onEvent(event, failed) {
          if (signal.aborted) return;
          if (event.__typename === 'BeeperLiveEnded') {
            failure = getFragmentData(FailureFragment, event.error);
            return;
          }
          pauseMs = 0;
          if (event.__typename === 'BeeperLiveStarted') setConnection({ kind: 'live' });
          // Something on the way, such as a router, has dropped an event.
          if (event.index !== index) take(() => 'everything');
          index = event.index + 1;
          position = event.position;
          take(() => applyEvent(client.cache, event, failed));
        },
      });
    } catch (error) {
      failure = failureOfError(error);
    }
    return signal.aborted ? null : (failure ?? failureOfError(new Error('The stream ended.')));
  }

  async function keepOpen(): Promise<never> {
    for (;;) {
      const failure = await connect();
      if (!failure) continue;
      const isOver = !failure.retryable;
      pauseMs = Math.min(maxPauseMs, Math.max(minPauseMs, 2 * pauseMs));
      // Not all pages of all people at the same moment.
      const waitMs = waitMsOf(failure) + pauseMs * (0.5 + Math.random());
      if (isOver) setConnection({ kind: 'failed', failure });
      else if (!navigator.onLine) setConnection({ kind: 'offline' });
      else setConnection({ kind: 'waiting' });
      await new Promise<void>((resolve) => {
        endPause = resolve;
        // After a failure for good, only the person tries again.
        if (!isOver) setTimeout(resolve, waitMs);
      });
    }
  }
  void keepOpen();
}

/** The events that arrived so far are applied. */
let applied = Promise.resolve();

/**
 * Applies an event after those before it, and after the answers of the queries that are on their way: an answer can be older
 * than an event that overtakes it.
 */
function take(apply: () => ToRead): void {
  const answered = queriesOnTheirWay();
  applied = applied.then(async () => {
    await answered;
    void readAgain(applyOr(apply)).then(settleArrived);
    settleArrived();
  });
}

/** An event that can't be applied must not stop those after it. */
function applyOr(apply: () => ToRead): ToRead {
  try {
    return apply();
  } catch {
    return 'everything';
  }
}
