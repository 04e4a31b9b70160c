import type { IncomingMessage } from 'node:http';
import { Arrivals } from '../common/arrivals.ts';
import { hasBody } from './gatewayResponse.ts';
import { hasArrived } from './requestBody.ts';
import { createRunningLimit } from './runningLimit.ts';

export interface AdmissionOptions {
  /** Requests that run at a time; fewer while they keep the event loop busy, or calls to Beeper back up. */
  readonly maxRunning: number;
  /** Whether calls to Beeper back up: then no request starts. It is called for every request, so it must be cheap. */
  readonly isBacklogged: () => boolean;
  /** Milliseconds that a request waits for its start before it is refused; 250 by default. */
  readonly maxWaitMs?: number;
}

/** What admission needs of a request: one of node:http, or of the Fetch API. */
type AdmittedRequest = Pick<IncomingMessage, 'complete' | 'headers' | 'readableLength'> & {
  once(event: 'end', listener: () => void): unknown;
};

/** What admission needs of a response. */
export interface AdmittedResponse {
  readonly headersSent: boolean;
  readonly destroyed: boolean;
  /** Calls `callback` once, when the response begins or its connection is closed. */
  onceAnswered(callback: () => void): void;
  once(event: 'close', listener: () => void): unknown;
  off(event: 'close', listener: () => void): unknown;
}

/** Starts a request now, or once another one has ended; or calls `refuse`. */
export type Admit = (
  request: AdmittedRequest,
  response: AdmittedResponse,
  then: { readonly start: () => void; readonly refuse: () => void },
) => void;

export interface Admission extends Admit {
  /** @returns how many requests run and wait at the moment. */
  readonly load: () => { readonly running: number; readonly waiting: number };
}

/**
 * Of the operations that one call to Beeper each can serve, `maxConcurrency` have a connection and four times as many wait
 * for one. More than 32 that wait only make all of them slower.
 * @param maxConcurrency calls to Beeper at a time.
 * @returns how many requests should run at a time, at most.
 */
export const runningFor = (maxConcurrency: number): number =>
  maxConcurrency + Math.min(4 * maxConcurrency, 32);

/**
 * Lets a bounded number of requests run and the others wait for a short time, in order of arrival, before their bodies are
 * read. That wait keeps callers which repeat a refused request at once from taking the processor time of the others. A
 * request runs from the arrival of its body until its response begins: neither a slow upload nor a slow reader holds a place.
 */
export function createAdmission({ maxRunning, isBacklogged, maxWaitMs = 250 }: AdmissionOptions): Admission {
  /** In order of arrival. */
  const waiting = new Arrivals<() => void>();
  let running = 0;
  let isScheduled = false;

  const limit = createRunningLimit(maxRunning, isBacklogged);
  const hasRoom = () => running < limit() && !isBacklogged();

  function hold(response: AdmittedResponse): void {
    if (response.headersSent || response.destroyed) return;
    running += 1;
    response.onceAnswered(() => {
      running -= 1;
      scheduleNext();
    });
  }

  function scheduleNext(): void {
    if (isScheduled || waiting.size === 0) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      while (waiting.first && hasRoom()) waiting.first();
    });
  }

  const admit: Admit = (request, response, { start, refuse }) => {
    const run = () => {
      if (request.complete || hasArrived(request) || !hasBody(request.headers)) hold(response);
      else request.once('end', () => hold(response));
      start();
    };
    if (waiting.size === 0 && hasRoom()) return run();
    const leave = () => {
      waiting.delete(startNow);
      clearTimeout(timer);
      response.off('close', leave);
    };
    const startNow = () => {
      leave();
      run();
    };
    const timer = setTimeout(() => {
      if (hasRoom()) return startNow();
      leave();
      refuse();
    }, maxWaitMs);
    waiting.add(startNow);
    response.once('close', leave);
    // Where nothing runs, nothing that ends starts the next one.
    scheduleNext();
  };

  const admitOnceParsed: Admit = (request, response, then) => {
    // A small body arrives together with the headers, and is parsed before the next tick.
    if (hasBody(request.headers)) process.nextTick(admit, request, response, then);
    else admit(request, response, then);
  };
  return Object.assign(admitOnceParsed, { load: () => ({ running, waiting: waiting.size }) });
}
