import { GraphQLError } from 'graphql';

/** More items, and more fields, than any list and any object of the schema can have. */
const maxParts = 2_000;

/**
 * Bounds the work that graphql has with variables before the rules of the schema apply. Of a list with more than
 * `maxParts` items, one more is kept: the rules refuse it whatever its items are, but graphql would first convert each of
 * them. 100,000 take 200 ms.
 * @param value parsed JSON, which is changed.
 * @throws {GraphQLError} for an object of more than `maxParts` keys: each error about it would quote it.
 */
export function boundVariables(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    if (value.length > maxParts) value.length = maxParts + 1;
    for (const item of value) boundVariables(item);
    return;
  }
  const parts = Object.values(value);
  if (parts.length > maxParts) {
    throw new GraphQLError(`The variables have an object of more than ${maxParts} keys.`, {
      extensions: { code: 'BAD_USER_INPUT', http: { status: 400, spec: true } },
    });
  }
  for (const part of parts) boundVariables(part);
}
