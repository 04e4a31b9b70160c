import { ZodArray, type ZodObject, ZodOptional, type ZodType, type z } from 'zod';
import { type Issue, invalidRequest } from './apiError.ts';

/**
 * @param schema undefined only for a route that declares no body; its type is then `ZodUndefined`.
 * @throws {ApiError} with every validation issue.
 */
export function readBody<Schema extends ZodType>(
  schema: Schema | undefined,
  body: unknown,
): z.output<Schema> {
  return schema ? validate(schema, body, 'body') : (undefined as z.output<Schema>);
}

/**
 * Reads an empty value as absent, which is how clients write null in a query. If a key that takes a single value
 * is repeated, the last value counts.
 *
 * @param schema undefined only for a route that declares no query; its type is then an object without fields.
 * @throws {ApiError} with every validation issue.
 */
export function readQuery<Schema extends ZodObject>(
  schema: Schema | undefined,
  query: URLSearchParams,
): z.output<Schema> {
  if (!schema) return {} as z.output<Schema>;
  const values: Record<string, string | string[]> = {};
  for (const key of new Set(query.keys())) {
    const all = query.getAll(key).filter((value) => value !== '');
    const last = all.at(-1);
    if (last !== undefined) values[key] = isList(schema.shape[key]) ? all : last;
  }
  return validate(schema, values, 'query');
}

function isList(schema: unknown): boolean {
  return schema instanceof ZodOptional ? isList(schema.unwrap()) : schema instanceof ZodArray;
}

function validate<Schema extends ZodType>(
  schema: Schema,
  value: unknown,
  part: 'body' | 'query',
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ code, message, path }): Issue => {
    const steps = path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    return { code: code ?? 'custom', message, path: [part, ...steps] };
  });
  throw invalidRequest(issues);
}
