import { getOperationAST, OperationTypeNode } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Context } from '../../context.ts';
import { tooComplex } from './tooComplex.ts';

/** In characters. Eight pages of Beeper at their usual size have about 1 million. */
const limit = 8 * 1024 * 1024;

/** What a payload of a mutation keeps of an answer that is too large. */
const partLimit = 100_000;

type Part = Readonly<Record<string, unknown>>;

/**
 * Rejects the answer of a query that is too large, before it is serialized. One text can be selected under many aliases,
 * so that a small answer of Beeper becomes a large one. A mutation was done, so that it has no error: only what is read
 * after it becomes null.
 */
export function useAnswerSize(): Plugin<Context> {
  return {
    onExecute({ args: { document, operationName, contextValue } }) {
      const { log }: Context = contextValue;
      return {
        onExecuteDone({ result, setResult }) {
          if (isAsyncIterable(result) || !result.data || sizeUpTo(limit, result.data) <= limit) return;
          if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.MUTATION) {
            setResult({ errors: [tooComplex(`Answer limit of ${limit} characters exceeded.`)] });
            return;
          }
          log.warn({ code: 'QUERY_TOO_COMPLEX' }, 'Answer of a mutation shortened');
          setResult({ ...result, data: withoutLargeParts(result.data) });
        },
      };
    },
  };
}

/** @returns about how many characters a value has in JSON; more than `max` if it has more, without counting further. */
function sizeUpTo(max: number, value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  // A Date has 26 characters.
  if (typeof value !== 'object' || value === null || value instanceof Date) return 8;
  let size = 2;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length && size <= max; index++) {
      size += sizeUpTo(max - size, value[index]) + 1;
    }
    return size;
  }
  for (const key in value) {
    if (size > max) break;
    size += key.length + 4 + sizeUpTo(max - size, (value as Part)[key]);
  }
  return size;
}

/** Lists of a payload are those of its errors, which are short and can't be null. */
const withoutLargeParts = (payloads: Part): Part =>
  mapped(payloads, (payload) =>
    isPart(payload)
      ? mapped(payload, (part) => (isPart(part) && sizeUpTo(partLimit, part) > partLimit ? null : part))
      : payload,
  );

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mapped = (part: Part, map: (value: unknown) => unknown): Part =>
  Object.fromEntries(Object.entries(part).map(([key, value]) => [key, map(value)]));
