import { expect, test } from 'vitest';
import { createLog, toLoggedError } from '../../src/http/log.ts';

const CANARY = 'canary+15550101002';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown');
}

class OddError extends Error {
  override readonly name = 'OddError';
  readonly code = 'E_ODD';
  readonly query = CANARY;
}

test('name, code and stack frames of an error are logged, and its message is not', () => {
  const logged = toLoggedError(new OddError(`not found: ${CANARY}`));
  expect(logged).toEqual({ name: 'OddError', code: 'E_ODD', at: expect.any(Array) });
  expect(logged.at[0]).toMatch(/^at .*log\.test\.ts:\d+:\d+/);
});

test.each([
  ['malformed JSON', () => JSON.parse(CANARY)],
  ['a malformed URI', () => decodeURIComponent(`%${CANARY}`)],
  [
    'a plain error',
    () => {
      throw new Error(CANARY);
    },
  ],
  [
    'an error with another name',
    () => {
      throw Object.assign(new Error(CANARY), { name: 'SyntaxError' });
    },
  ],
  ['a wrong argument of Node', () => Buffer.concat([CANARY] as never)],
  ['a value out of range', () => Buffer.alloc(0).readInt8(15_550_101_002)],
  ['a header', () => new Headers({ a: `${CANARY}\nx` })],
  ['an operator', () => 'x' in (CANARY as never)],
  ['a property of a text', () => Object.assign(CANARY, [1])],
  ['a property with digits', () => (undefined as never)['15550101002']],
  ['a text that is called', () => [1].map(CANARY as never)],
])('the message of the error for %s is not logged', (_what, work) => {
  const logged = toLoggedError(thrownBy(work));
  expect(logged).not.toHaveProperty('message');
  expect(JSON.stringify({ ...logged, at: [] })).not.toMatch(/canary|15.?550/);
});

test.each([
  [TypeError, 'TypeError'],
  [RangeError, 'RangeError'],
  [ReferenceError, 'ReferenceError'],
])('the message of %o describes code and is logged', (Class, name) => {
  expect(toLoggedError(new Class('x is not a function'))).toMatchObject({
    name,
    message: 'x is not a function',
  });
});

test('lines of a message that look like stack frames are not logged', () => {
  const logged = toLoggedError(new Error(`first line\n    at ${CANARY}\n  at home`));
  expect(JSON.stringify(logged)).not.toContain('canary');
  expect(logged.at[0]).toMatch(/log\.test\.ts/);
});

test('up to four causes are logged, without their messages', () => {
  const nested = [0, 1, 2, 3, 4, 5, 6].reduceRight<Error | undefined>(
    (cause, depth) => Object.assign(new Error(CANARY, { cause }), { code: `E${depth}` }),
    undefined,
  );
  const logged = toLoggedError(nested);
  expect(logged).toMatchObject({
    code: 'E0',
    cause: { code: 'E1', cause: { cause: { cause: { code: 'E4' } } } },
  });
  expect(JSON.stringify(logged)).not.toContain('"E5"');
  expect(JSON.stringify(logged)).not.toContain('canary');
});

test('a cyclic chain of causes is cut off', () => {
  const error = new Error('a');
  error.cause = error;
  expect(toLoggedError(error)).toMatchObject({ name: 'Error', cause: { name: 'Error' } });
});

test.each([
  [CANARY, 'string'],
  [{ text: CANARY }, 'object'],
  [undefined, 'undefined'],
  [null, 'object'],
])('of a thrown value that is not an error, only the type is logged: %#', (thrown, name) => {
  expect(toLoggedError(thrown)).toEqual({ name, at: [] });
});

test('a code that is not a string and a missing stack are left out', () => {
  const error = Object.assign(new Error(CANARY), { code: 20 });
  delete error.stack;
  expect(toLoggedError(error)).toEqual({ name: 'Error', at: [] });
});

test('the logger writes one JSON object per line and sanitizes errors', () => {
  const lines: string[] = [];
  const log = createLog({ level: 'info' }, { write: (line) => void lines.push(line) });
  log.error({ err: new OddError(CANARY) }, 'Something happened');
  log.debug('This is below the level');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^\{.*\}\n$/);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 50,
    msg: 'Something happened',
    err: { name: 'OddError', code: 'E_ODD' },
  });
  expect(lines[0]).not.toContain('canary');
});
