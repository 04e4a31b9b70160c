import { z } from 'zod';
import type { ErrorBody } from '../../../src/beeper/errors.ts';
import { code, readable, text } from './values.ts';

const issue = z.object({
  path: z.array(z.union([z.string(), z.number()])).catch([]),
  message: z.string(),
  code,
});
const issues = z.object({ issues: readable('issue', issue) });
const flatDetails = z.record(z.string(), z.string());
const errorBody = z.object({
  message: text,
  error: text,
  code,
  statusCode: z.number().optional(),
  details: z.unknown().optional(),
});

/**
 * @returns Beeper's error in either shape, `{message, code, details}` or the older `{error, code, details}`; null for
 * anything else, including a web framework's own `{statusCode, error, message}` for a missing route.
 */
export function decodeErrorBody(body: unknown): ErrorBody | null {
  const parsed = errorBody.safeParse(body).data;
  const message = parsed?.message ?? parsed?.error;
  if (!parsed || !message || parsed.statusCode !== undefined) return null;
  const flat = flatDetails.safeParse(parsed.details).data ?? {};
  return {
    isBeepers: isBeepers(body as Record<string, unknown>),
    message,
    code: parsed.code,
    issues:
      issues.safeParse(parsed.details).data?.issues ??
      Object.entries(flat).map(([field, message]) => ({ path: field.split('.'), message, code: null })),
  };
}

/** Fields of errors of Matrix, Spring, Fastify and problem details (RFC 9457). */
const foreignFields = ['errcode', 'path', 'status', 'statusCode', 'timestamp', 'title', 'type'];

/** The newer shape always has a code. The older one need not have one. */
function isBeepers(body: Record<string, unknown>): boolean {
  if (foreignFields.some((field) => body[field] !== undefined)) return false;
  const hasCode = typeof body.code === 'string' && body.code !== '';
  const isOlder = typeof body.error === 'string' && body.message === undefined && body.code === undefined;
  return hasCode || isOlder;
}
