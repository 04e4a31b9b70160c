import type { FileAnswer } from '../../files/exchange.ts';
import type { AddressKind } from '../../files/permissions.ts';
import { FileRefusal } from '../../files/refusal.ts';
import { Refusal, type RefusalExtensions, toResponseBody } from '../refusal.ts';

/** An unexpected error: the caller learns no more than the ID under which it is logged. */
const internalError = new Refusal({
  status: 500,
  code: 'UNAVAILABLE',
  reason: 'unexpected',
  message: 'Unexpected error.',
  remedy: 'Report the request ID to the operator of the gateway.',
});

/** @returns what a handler threw as a refusal: an unexpected error tells nothing of itself. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (!(error instanceof FileRefusal)) return internalError;
  const { status, code, reason, message, remedy, retryable, headers } = error;
  return new Refusal({ status, code, reason, message, remedy, retryable, headers: { ...headers } });
}

/**
 * @returns the response to a refused request: text for people where a picture should be, and otherwise the JSON of all
 * refusals.
 */
export function refusalAnswer(kind: AddressKind, refusal: Refusal, requestID: string): FileAnswer {
  const { http, remedy } = refusal.extensions as unknown as RefusalExtensions & { readonly remedy: string };
  const isText = kind === 'asset';
  const body = isText ? `${refusal.message} ${remedy}\n` : JSON.stringify(toResponseBody(refusal, requestID));
  return {
    status: http.status,
    headers: {
      'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      ...http.headers,
    },
    body,
  };
}
