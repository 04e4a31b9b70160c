import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CreateChatOnce, StartChatOnce } from '../support/documents.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { ask, seed } from './support/asked.ts';
import { createChatInput, idempotencyKey, startChatInput } from './support/values.ts';

const numRuns = 150;

const writes = [
  { name: 'createChat', document: CreateChatOnce, input: createChatInput, dialect: 'create-only' },
  { name: 'createChat', document: CreateChatOnce, input: createChatInput, dialect: 'union' },
  { name: 'createChat', document: CreateChatOnce, input: createChatInput, dialect: 'split' },
  { name: 'startChat', document: StartChatOnce, input: startChatInput, dialect: 'union' },
  { name: 'startChat', document: StartChatOnce, input: startChatInput, dialect: 'split' },
] as const;

/** What becomes of a write that Beeper's own validation has let pass. */
const verdicts = [
  'CreateChatPayload',
  'StartChatPayload',
  'BeeperNotFoundError',
  'BeeperForbiddenError',
  'BeeperConflictError',
];

for (const [index, { name, document, input, dialect }] of writes.entries()) {
  test(`${name} on ${dialect} masks nothing, and sends nothing that Beeper’s validation refuses, whatever comes`, async () => {
    await using pair = await startPair({ dialect, writesPerMinute: 0 });
    const told: Record<string, number> = {};

    await fc.assert(
      fc.asyncProperty(input, idempotencyKey, async (value, key) => {
        const verdict = await write(pair, document, { input: value, key });
        told[verdict] = (told[verdict] ?? 0) + 1;
      }),
      { seed: seed + index, numRuns },
    );

    // The inputs are of use only if many are right and many are wrong.
    const payload = name === 'createChat' ? 'CreateChatPayload' : 'StartChatPayload';
    expect(told[payload]).toBeGreaterThan(numRuns / 20);
    expect(told.BeeperInvalidInputError).toBeGreaterThan(numRuns / 20);
  });
}

async function write(pair: Pair, document: typeof CreateChatOnce | typeof StartChatOnce, variables: object) {
  const before = pair.writes().length;
  const { data, errors } = await ask(pair.gateway, document, variables);
  const sent = pair.writes().length - before;
  const [answer] = Object.values(data ?? {});
  const verdict = answer?.__typename ?? (errors ? 'refused by GraphQL' : 'nothing');

  expect(sent).toBeLessThanOrEqual(1);
  if (sent === 1) expect(verdicts).toContain(verdict);
  expect(verdict).not.toBe('nothing');
  return verdict;
}
