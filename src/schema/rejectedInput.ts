import type { ZodError } from 'zod';
import type { Context } from '../context.ts';
import { InvalidInputFailure, maxIssues } from '../failures.ts';

/** @returns the failure for input that breaks rules; it is logged. */
export function rejectedInput(error: ZodError, operation: string, { log }: Context): InvalidInputFailure {
  const issues = error.issues.slice(0, maxIssues + 1).map((issue) => ({
    path: issue.path.map(String),
    message: issue.message,
    code: issue.code === 'custom' ? String(issue.params?.code ?? 'invalid') : issue.code,
  }));
  // Without the messages, which can quote the caller's input.
  const violations = issues.slice(0, maxIssues).map(({ path, code }) => `${path.join('.')}: ${code}`);
  log.info({ operation, code: 'INVALID_INPUT', issues: violations }, 'Input rejected');
  return new InvalidInputFailure(issues, { cause: error });
}
