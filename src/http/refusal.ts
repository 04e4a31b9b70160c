import { GraphQLError } from 'graphql';
import type { FetchAPI } from 'graphql-yoga';
import type { Log } from '../common/requestLog.ts';
import { type RefusalCode, refusalCodes } from './refusalCodes.ts';
import type { RequestIDContext } from './useRequestID.ts';

interface RefusalOptions {
  readonly status: number;
  readonly code: RefusalCode;
  /** Sent to the client, which may not be authenticated yet. */
  readonly message: string;
  /** What the caller can do; that of the code by default. */
  readonly remedy?: string;
  /** Names the cause in the log; that of the code by default. */
  readonly reason?: string;
  /** Whether the same request can succeed later; false by default. */
  readonly retryable?: boolean;
  readonly headers?: Record<string, string>;
}

/** A request of which nothing is executed. Yoga's hooks throw it, except `onRequest`, which calls `refuse`. */
export class Refusal extends GraphQLError {
  readonly reason: string;

  constructor({ status, code, message, headers, retryable = false, ...options }: RefusalOptions) {
    const { remedy, reason } = { ...refusalCodes[code], ...options };
    super(message, {
      extensions: { code, retryable, remedy, http: { status, ...(headers && { headers }) } },
    });
    this.reason = reason;
  }
}

/** What the log says about a refused request. */
interface LoggedRefusal {
  readonly code: string;
  readonly reason: string;
}

export interface RefusalContext extends RequestIDContext {
  /** Set when the request is refused; `useRefusals` logs it. */
  refusal?: LoggedRefusal;
}

interface RequestHook {
  readonly serverContext: RefusalContext;
  readonly fetchAPI: FetchAPI;
  readonly endResponse: (response: Response) => void;
}

/** Ends a request before GraphQL sees it, with a response in the format of a GraphQL error. */
export function refuse({ serverContext, fetchAPI, endResponse }: RequestHook, options: RefusalOptions): void {
  const { status, code, headers } = options;
  const refusal = new Refusal(options);
  serverContext.refusal = { code, reason: refusal.reason };
  const body = toResponseBody(refusal, serverContext.requestID);
  endResponse(fetchAPI.Response.json(body, { status, ...(headers && { headers }) }));
}

/** @returns the body of the response to a refused request, in the format of a GraphQL error. */
export function toResponseBody({ message, extensions }: Refusal, requestID: string | undefined) {
  const { http, ...shown } = extensions;
  return { errors: [{ message, extensions: { ...shown, requestID } }] };
}

/** Writes the only line about a refused request. It has no content of the request. */
export function logRefusal(
  log: Log,
  { code, reason }: LoggedRefusal,
  request: { readonly requestID: string | undefined; readonly status: number; readonly keyHolder?: string },
): void {
  log.info({ ...request, code, reason }, 'Request refused');
}
