import type { ZodType } from 'zod';
import type { Issue } from './apiError.ts';
import { invalid } from './apiError.ts';

/**
 * The value as the schema reads it. `part` is where the value comes from, and the first step of each issue's path.
 * Throws a validation Problem with all issues.
 */
export function validate<T>(schema: ZodType<T>, value: unknown, part: 'body' | 'query'): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ code, message, path }): Issue => {
    const steps = path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    return { code: code ?? 'custom', message, path: [part, ...steps] };
  });
  throw invalid(issues);
}
