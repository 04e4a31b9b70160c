import { GraphQLError } from 'graphql';
import type { FetchAPI } from 'graphql-yoga';
import type { RefusalRecord } from '../common/requestRecord.ts';
import { type RefusalCode, refusalCodes } from './refusalCodes.ts';
import type { NodeContext } from './requestBody.ts';
import { type RecordedContext, recordOf } from './requestRecords.ts';
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

/** The `extensions` of a `Refusal`, besides those that the caller sees. */
export interface RefusalExtensions {
  readonly code: string;
  readonly http: { readonly status: number; readonly headers?: Record<string, string> };
}

/** What a plugin that refuses requests needs of the server context. */
export interface RefusalContext extends RequestIDContext, NodeContext {}

interface RequestHook {
  readonly serverContext: RefusalContext;
  readonly fetchAPI: FetchAPI;
  readonly endResponse: (response: Response) => void;
}

/** Ends a request before GraphQL sees it, with a response in the format of a GraphQL error. */
export function refuse(hook: RequestHook, options: RefusalOptions): void {
  refuseWith(hook, new Refusal(options));
}

/** As `refuse`, with a refusal that exists. */
export function refuseWith({ serverContext, fetchAPI, endResponse }: RequestHook, refusal: Refusal): void {
  const { code, http } = refusal.extensions as unknown as RefusalExtensions;
  recordRefusal(serverContext, { code, reason: refusal.reason });
  const body = toResponseBody(refusal, serverContext.requestID);
  endResponse(
    fetchAPI.Response.json(body, { status: http.status, ...(http.headers && { headers: http.headers }) }),
  );
}

/** @returns the body of the response to a refused request, in the format of a GraphQL error. */
export function toResponseBody({ message, extensions }: Refusal, requestID: string | undefined) {
  const { http, ...shown } = extensions;
  return { errors: [{ message, extensions: { ...shown, requestID } }] };
}

/** Notes in the record of a request why it is refused, for its line in the log. */
export function recordRefusal(context: RecordedContext, refusal: RefusalRecord): void {
  const record = recordOf(context);
  if (record) record.refusal = refusal;
}
