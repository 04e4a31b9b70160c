import type { FetchAPI } from 'graphql-yoga';
import type { FailureCode } from '../failures.ts';

interface Rejection {
  readonly status: number;
  readonly code: FailureCode;
  /** Sent to the client, which is not authenticated yet. */
  readonly message: string;
  readonly remedy: string;
  readonly requestID: string | undefined;
  /** Whether the same request can succeed later; false by default. */
  readonly retryable?: boolean;
  readonly headers?: Record<string, string>;
}

/** @returns the response to a request that is rejected before GraphQL sees it, in the format of a GraphQL error. */
export function rejection(
  { Response }: FetchAPI,
  { status, code, message, remedy, requestID, retryable = false, headers }: Rejection,
): Response {
  const extensions = { code, retryable, remedy, requestID };
  return Response.json({ errors: [{ message, extensions }] }, { status, ...(headers && { headers }) });
}
