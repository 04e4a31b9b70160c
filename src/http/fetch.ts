import { EventEmitter } from 'node:events';
import { requestIDOf } from '../context.ts';
import type { AdmittedResponse } from './admission.ts';
import { corsResponseHeaders } from './guards/corsResponse.ts';
import { isOperation, type ListenerOptions } from './listener.ts';
import { createOverloadLog, overload } from './overload.ts';
import { type Refusal, toResponseBody } from './refusal.ts';
import { securityHeaders } from './useResponseHeaders.ts';

type Fetch = (input: Request | string | URL, init?: RequestInit) => Promise<Response>;

/** Admission asks for no body, so it holds a place from the start. */
const withoutBody = { complete: true, headers: {}, readableLength: 0, once() {} };

/**
 * The counterpart of `createListener` for the Fetch API: refuses operations under overload, and passes the others to
 * `serve`, which has all other guards.
 */
export function createFetch(
  serve: (request: Request) => Response | Promise<Response>,
  { path, graphiql, origins, isOverloaded, admit, log }: ListenerOptions,
): Fetch {
  const countOverload = createOverloadLog(log);

  return async (input, init) => {
    const request = typeof input === 'string' || input instanceof URL ? new Request(input, init) : input;
    const accept = request.headers.get('accept') ?? undefined;
    if (!isOperation(request, accept, { path, graphiql })) return serve(request);
    const refuse = () => {
      countOverload();
      return answerOf(overload, request, corsResponseHeaders(request.headers.get('origin'), origins));
    };
    if (isOverloaded()) return refuse();
    const exchange = new Exchange(request.signal);
    return new Promise((resolve, reject) => {
      exchange.once('close', () => reject(request.signal.reason));
      admit(withoutBody, exchange, {
        start: () =>
          Promise.resolve(serve(request))
            .finally(() => exchange.answered())
            .then(resolve, reject),
        refuse: () => resolve(refuse()),
      });
    });
  };
}

/** A request and its response, as admission sees them. */
class Exchange extends EventEmitter implements AdmittedResponse {
  headersSent = false;
  #onAnswer: (() => void) | null = null;
  readonly #signal: AbortSignal;

  constructor(signal: AbortSignal) {
    super();
    this.#signal = signal;
    signal.addEventListener('abort', this.#onAbort, { once: true });
  }

  get destroyed(): boolean {
    return this.#signal.aborted;
  }

  onceAnswered(callback: () => void): void {
    this.#onAnswer = callback;
  }

  answered(): void {
    this.headersSent = true;
    this.#signal.removeEventListener('abort', this.#onAbort);
    this.#onAnswer?.();
    this.#onAnswer = null;
  }

  readonly #onAbort = (): void => {
    this.emit('close');
  };
}

/** @returns the response to a request that is refused without Yoga. */
export function answerOf(
  refusal: Refusal,
  request: Request,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const { http } = refusal.extensions as { http: { status: number; headers?: Record<string, string> } };
  const requestID = requestIDOf((name) => request.headers.get(name));
  return Response.json(toResponseBody(refusal, requestID), {
    status: http.status,
    headers: { ...securityHeaders, ...http.headers, ...headers, 'x-request-id': requestID },
  });
}
