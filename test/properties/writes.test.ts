import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idempotencyKey } from '../support/arbitraries.ts';
import { ask, seed } from '../support/askStrictly.ts';
import { mutationsByDialect, mutationsWithoutCall } from '../support/mutations.ts';
import { startPair } from '../support/pair.ts';
import { runs } from '../support/runs.ts';

/** Results of a write that passed Beeper's own validation. */
const sentResults = ['Payload', 'BeeperNotFoundError', 'BeeperForbiddenError', 'BeeperConflictError'];

const inDialects = [
  ...mutationsByDialect,
  ...mutationsWithoutCall.map((mutation) => ({ ...mutation, dialect: 'split' as const, writes: 0 })),
];

for (const [index, mutation] of inDialects.entries()) {
  const { name, dialect, document, anyInput, effect, writes = 1, hasOwnRules } = mutation;
  const numRuns = runs(mutation.isLikeOthers ? 30 : 60);
  test(`${name} on ${dialect} with random input is never masked, sent twice, or rejected by Beeper’s validation`, async () => {
    await using pair = await startPair({ dialect, writesPerMinute: 0 });
    const counts: Record<string, number> = {};

    const run = async (input: unknown, key: unknown) => {
      const before = pair.writes().length;
      const variables = { input, ...(effect === 'creates' && { key }) };
      const { data, errors } = await ask(pair.gateway, document, variables);
      const sent = pair.writes().length - before;
      const typename = data?.[name]?.__typename?.replace(/^(?!Beeper).*Payload$/, 'Payload');
      const result = typename ?? (errors ? 'request error' : 'nothing');

      expect(sent).toBeLessThanOrEqual(writes);
      if (sent > 0 && !hasOwnRules) expect(sentResults).toContain(result);
      expect(result).not.toBe('nothing');
      counts[result] = (counts[result] ?? 0) + 1;
    };
    await fc.assert(fc.asyncProperty(anyInput, idempotencyKey, run), { seed: seed + index, numRuns });

    // The inputs are only useful if many are valid and many are not.
    const least = mutation.isLikeOthers ? 0 : numRuns / 20;
    expect(counts.Payload ?? 0).toBeGreaterThan(least);
    expect(counts.BeeperInvalidInputError ?? 0).toBeGreaterThan(least);
  });
}
