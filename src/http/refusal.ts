import type { FetchAPI } from 'graphql-yoga';
import type { FailureCode } from '../failures.ts';

interface Refusal {
  readonly status: number;
  readonly code: FailureCode;
  /** What is refused, and what is allowed; safe to show to anybody. */
  readonly message: string;
  readonly remedy: string;
  readonly requestID: string | undefined;
  /** Whether the same request may be let through later; left out, it may not. */
  readonly retryable?: boolean;
  readonly headers?: Record<string, string>;
}

/** @returns the answer to a request that is refused before it is read, in the form of GraphQL's errors. */
export function refusal(
  { Response }: FetchAPI,
  { status, code, message, remedy, requestID, retryable = false, headers }: Refusal,
): Response {
  const extensions = { code, retryable, remedy, requestID };
  return Response.json({ errors: [{ message, extensions }] }, { status, ...(headers && { headers }) });
}
