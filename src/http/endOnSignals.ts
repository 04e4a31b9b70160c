import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Present } from '../common/arrivals.ts';
import { endWithTerminal, hasTerminal } from '../common/endWithTerminal.ts';
import { closeConnectionsWithResponses, closeEndedStreams, countRunning, drain } from './drain.ts';
import type { GatewayServer } from './httpServer.ts';

interface EndOptions {
  readonly log: Logger;
  readonly server: GatewayServer;
  readonly writes: {
    /** Those that have not ended. */
    readonly running: Present<Promise<unknown>>;
    endWithin(ms: number): void;
  };
  /** Ends all subscriptions, now and from now on, and the WebSockets that they came on. */
  endStreams(): void;
  /** Milliseconds after SIGTERM for which requests are served as before. */
  readonly delayMs: number;
  /** Milliseconds for running requests and writes together. */
  readonly drainMs: number;
  /** Reads keys and documents anew. */
  reload(): void;
  /** Closes what requests and writes use. */
  close(): Promise<void>;
  /** Sends what is known of the requests that have ended. */
  flush(): Promise<void>;
  /** Ends the process. */
  exit(code: number): void;
}

/** How long exiting waits for `close`. */
const closeMs = 500;

/**
 * Ends the process in order on SIGTERM, on SIGINT, on SIGHUP of a terminal, and when the terminal or the process that
 * started this one there is gone: subscriptions end at once, running requests and writes finish. From SIGTERM until then, a load balancer may take
 * `delayMs` to learn that `/ready` fails; a person at a terminal has none. Another signal ends that time, and later changes
 * nothing, because a write must not be cut off: the log tells what is awaited. Without a terminal, SIGHUP reloads,
 * and ends neither the process nor that time.
 */
export function endOnSignals({
  log,
  server,
  writes,
  endStreams,
  delayMs,
  drainMs,
  reload,
  close,
  flush,
  exit,
}: EndOptions): void {
  const awaited = () => ({ requests: countRunning(server), writes: writes.running.size });
  const delay = new AbortController();
  let isEnding = false;

  const tellAgain = (signal: string) =>
    log.info({ signal, ...awaited() }, 'Already shutting down: finishing running requests');

  const end = async (signal: string) => {
    if (isEnding) {
      tellAgain(signal);
      delay.abort();
      return;
    }
    isEnding = true;
    closeConnectionsWithResponses(server);
    // They would go on for longer than any delay, and their callers can subscribe elsewhere.
    endStreams();
    closeEndedStreams(server);
    if (signal === 'SIGTERM' && delayMs > 0) {
      log.info({ signal, delayMs, ...awaited() }, 'Shutting down: still accepting requests');
      await sleep(delayMs, undefined, { signal: delay.signal }).catch(() => {});
    }
    log.info({ signal, ...awaited() }, 'Shutting down: finishing running requests');
    const deadline = performance.now() + drainMs;
    writes.endWithin(drainMs);
    const requests = await drain(server, drainMs);
    // Writes with an idempotency key go on when their callers disconnect.
    await Promise.race([
      Promise.allSettled(writes.running),
      sleep(Math.max(0, deadline - performance.now())),
    ]);
    const cutOff = { requests, writes: writes.running.size };
    if (requests > 0 || writes.running.size > 0)
      log.warn(cutOff, 'Shut down before all requests had finished');
    await Promise.all([Promise.race([close().catch(() => {}), sleep(closeMs)]), flush()]);
    exit(0);
  };

  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  // A terminal that closes sends it. Without one, it is how daemons are told to read their files again.
  const startedInTerminal = hasTerminal();
  process.on('SIGHUP', () => {
    if (startedInTerminal) void end('SIGHUP');
    else if (isEnding) tellAgain('SIGHUP');
    else reload();
  });
  endWithTerminal(() => void end('terminal gone'));
}
