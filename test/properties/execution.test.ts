import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { type ExecutionArgs, type ExecutionResult, execute as graphqlExecute, parse } from 'graphql';
import { expect, test } from 'vitest';
import { execute } from '../../src/http/execution/execute.ts';
import { seed } from '../support/askStrictly.ts';
import { picksOf } from '../support/execution/chance.ts';
import { randomOperation } from '../support/execution/operations.ts';
import { collectRejections } from '../support/execution/rejections.ts';
import { numberOf, rootValueOf, schema } from '../support/execution/schema.ts';
import { Turns } from '../support/execution/turns.ts';
import type { Recorded } from '../support/execution/values.ts';
import { runs } from '../support/runs.ts';

const numRuns = runs(500);

/** What is the same for both executors. `chance` decides what the resolvers do. */
interface Request extends Omit<ExecutionArgs, 'schema' | 'contextValue' | 'rootValue'> {
  readonly chance: string;
  readonly hasRoot: boolean;
}

/** Thousands of errors are made, whose stacks nobody reads. */
function withoutStacks(): Disposable {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  return {
    [Symbol.dispose]() {
      Error.stackTraceLimit = limit;
    },
  };
}

type Execute = (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;

/** @returns all that can be seen of an execution, and what no one handled. */
async function observe(executor: Execute, { chance, hasRoot, ...args }: Request) {
  const recorded: Recorded = { seed: chance, calls: [], turns: new Turns() };
  const rootValue = hasRoot ? rootValueOf(recorded) : undefined;
  const returned = executor({ ...args, schema, rootValue, contextValue: recorded });
  const isPromise = returned instanceof Promise;
  const result = await returned;
  const callsBefore = recorded.calls.length;
  await recorded.turns.end();
  return {
    isPromise,
    keys: Object.keys(result),
    data: JSON.stringify(result.data),
    errors: result.errors?.map((error) => ({
      ...error.toJSON(),
      nodes: error.nodes?.map(numberOf),
      cause: error.originalError?.message,
    })),
    callsBefore,
    calls: recorded.calls,
  };
}

test('a random operation gives the data, the errors and the calls that it gives with graphql', async () => {
  using _ = withoutStacks();
  using rejections = collectRejections();
  const seen = { data: 0, errors: 0 };

  await fc.assert(
    fc.asyncProperty(fc.noShrink(fc.integer()), fc.boolean(), async (chance, noLocation) => {
      const operation = randomOperation(picksOf(`${chance}`));
      const { text, operationName, requests } = operation;
      const document = parse(text, { noLocation });
      for (const [index, variableValues] of requests.entries()) {
        const hasRoot = chance % 8 !== 0;
        const request = { document, operationName, variableValues, hasRoot, chance: `${chance} ${index}` };
        const expected = await observe(graphqlExecute, request);
        rejections.reasons.length = 0;
        const actual = await observe(execute, request);
        if (!isDeepStrictEqual(actual, expected)) expect(actual, text).toEqual(expected);
        expect(rejections.reasons).toEqual([]);
        if (actual.data !== undefined && actual.data !== 'null') seen.data++;
        if (actual.errors) seen.errors++;
      }
    }),
    { seed, numRuns },
  );

  expect(seen.data).toBeGreaterThan(numRuns);
  expect(seen.errors).toBeGreaterThan(numRuns);
});
