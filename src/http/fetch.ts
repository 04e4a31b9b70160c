import { EventEmitter } from 'node:events';
import type { RequestRecord } from '../common/requestRecord.ts';
import { requestIDOf } from '../context.ts';
import type { AdmittedResponse } from './admission.ts';
import { corsResponseHeaders } from './guards/corsResponse.ts';
import { isOperation, type ListenerOptions } from './listener.ts';
import { createOverloadLog, overload } from './overload.ts';
import { type Refusal, type RefusalExtensions, recordRefusal, toResponseBody } from './refusal.ts';
import { pathOf } from './requestPath.ts';
import type { RecordedContext } from './requestRecords.ts';
import { securityHeaders } from './useResponseHeaders.ts';

export type Fetch = (
  input: Request | string | URL,
  init?: RequestInit,
  record?: RequestRecord | null,
) => Promise<Response>;

/** Admission asks for no body, so it holds a place from the start. */
const withoutBody = { complete: true, headers: {}, readableLength: 0, once() {} };

/**
 * The counterpart of `createListener` for the Fetch API: refuses operations under overload, and passes the others to
 * `serve`, which has all other guards.
 */
export function createFetch(
  serve: (request: Request, context: RecordedContext) => Response | Promise<Response>,
  { path, graphiql, origins, isOverloaded, admit, fileRoutes, log }: ListenerOptions,
): Fetch {
  const countOverload = createOverloadLog(log);

  return async (input, init, record = null) => {
    const request = typeof input === 'string' || input instanceof URL ? new Request(input, init) : input;
    const accept = request.headers.get('accept') ?? undefined;
    const context = { record };
    const requested = pathOf(request.url);
    const isAtPath = requested === path;
    if (record) record.isAtPath = isAtPath;
    if (!isAtPath && fileRoutes.matches(requested)) return fileRoutes.fetch(requested, request, record);
    if (!isAtPath || !isOperation(request, accept, graphiql)) return serve(request, context);
    const refuse = () => {
      countOverload();
      const headers = corsResponseHeaders(request.headers.get('origin'), origins);
      return answerOf(overload, request, { headers, record });
    };
    if (isOverloaded()) return refuse();
    const exchange = new Exchange(request.signal);
    return new Promise((resolve, reject) => {
      exchange.once('close', () => reject(request.signal.reason));
      admit(withoutBody, exchange, {
        start: () =>
          Promise.resolve(serve(request, context))
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

interface AnswerOptions extends Pick<RecordedContext, 'record'> {
  /** Further headers of the response. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** @returns the response to a request that is refused without Yoga. */
export function answerOf(
  refusal: Refusal,
  request: Request,
  { headers = {}, record = null }: AnswerOptions = {},
): Response {
  const { code, http } = refusal.extensions as unknown as RefusalExtensions;
  const requestID = requestIDOf((name) => request.headers.get(name));
  if (record) record.requestID = requestID;
  recordRefusal({ record }, { code, reason: refusal.reason });
  return Response.json(toResponseBody(refusal, requestID), {
    status: http.status,
    headers: { ...securityHeaders, ...http.headers, ...headers, 'x-request-id': requestID },
  });
}
