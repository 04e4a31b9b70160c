import type { ErrorBody } from './errors.ts';
import { object } from './objectReader.ts';
import { decoder, type LenientReader, union, unreadable } from './reader.ts';
import { anything, code, number, readable, record, string, text } from './values.ts';

const step = union(string, number);
const path: LenientReader<(string | number)[]> = (value) =>
  Array.isArray(value) && value.every((one) => step(one) !== unreadable) ? value : [];
const issue = object({ path, message: string, code });
const readIssues = decoder(object({ issues: readable('issue', issue) }));
const readFlatDetails = decoder(record(string));
const readErrorBody = decoder(
  object({ message: text, error: text, code, statusCode: anything, details: anything }),
);

/**
 * @returns Beeper's error in either shape, `{message, code, details}` or the older `{error, code, details}`; null for
 * anything else, including a web framework's own `{statusCode, error, message}` for a missing route.
 */
export function decodeErrorBody(body: unknown): ErrorBody | null {
  const found = readErrorBody(body);
  const message = found?.message ?? found?.error;
  if (!found || !message || found.statusCode !== undefined) return null;
  return {
    isBeepers: isBeepers(body as Record<string, unknown>),
    message,
    code: found.code,
    issues: readIssues(found.details)?.issues ?? flatIssues(found.details),
  };
}

const flatIssues = (details: unknown) =>
  Object.entries(readFlatDetails(details) ?? {}).map(([field, message]) => ({
    path: field.split('.'),
    message,
    code: null,
  }));

/** Fields of errors of Matrix, Spring, Fastify and problem details (RFC 9457). */
const foreignFields = ['errcode', 'path', 'status', 'statusCode', 'timestamp', 'title', 'type'];

/** The newer shape always has a code. The older one need not have one. */
function isBeepers(body: Record<string, unknown>): boolean {
  if (foreignFields.some((field) => body[field] !== undefined)) return false;
  const hasCode = typeof body.code === 'string' && body.code !== '';
  const isOlder = typeof body.error === 'string' && body.message === undefined && body.code === undefined;
  return hasCode || isOlder;
}
