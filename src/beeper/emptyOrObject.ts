import { decodeErrorBody } from './errorBody.ts';
import { isObject } from './objectReader.ts';
import { type Reader, unreadable } from './reader.ts';

/**
 * The response to a write that returns nothing that is needed: an empty body (204), or a JSON object such as
 * `{"success": true}` from other servers, which can add a message. An error with status 200 is not accepted.
 */
export const emptyOrObject: Reader<Readonly<Record<string, unknown>> | null> = (body) => {
  if (body === null) return null;
  if (!isObject(body) || (body.success !== undefined && body.success !== true)) return unreadable;
  const isError = body.success === true ? Boolean(body.error) : decodeErrorBody(body) !== null;
  return isError ? unreadable : body;
};
