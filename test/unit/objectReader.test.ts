import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { compile, interpret, object } from '../../src/beeper/objectReader.ts';
import { orNull, type Reader, unreadable } from '../../src/beeper/reader.ts';
import { filledString, number } from '../../src/beeper/values.ts';

const run = promisify(execFile);

const fields = { id: filledString, 'odd "name"': orNull(number) };

describe.each([
  ['compiled', compile],
  ['interpreted', interpret],
])('A reader of an object that is %s', (_, make) => {
  test('reads the fields of the table and no others', () => {
    expect(make(fields)({ id: 'a', 'odd "name"': 7, other: 1 })).toStrictEqual({ id: 'a', 'odd "name"': 7 });
    expect(make(fields)({ id: 'a' })).toStrictEqual({ id: 'a', 'odd "name"': null });
  });

  test('reads nothing where one field can’t be read, but reads the others', () => {
    const seen: unknown[] = [];
    const observed: Reader<string> = (value) => {
      seen.push(value);
      return 'read';
    };
    expect(make({ id: filledString, observed })({ id: '', observed: 7 })).toBe(unreadable);
    expect(seen).toEqual([7]);
  });

  test('has a field whose value is undefined', () => {
    expect(make({ id: () => undefined })({})).toStrictEqual({ id: undefined });
  });
});

test.each([null, undefined, '', 'text', 7, true, [], [{ id: 'a' }]])(
  '%j is not read as an object',
  (value) => {
    expect(object(fields)(value)).toBe(unreadable);
  },
);

test('Answers are read where Node may not compile code from strings', async () => {
  const wire = new URL('../../src/beeper/users/wire.ts', import.meta.url).href;
  const script = `import(${JSON.stringify(wire)}).then(({ decodeUsers }) => console.log(decodeUsers({ items: [{ id: 7 }] }).items[0].id))`;
  const flags = ['--disallow-code-generation-from-strings', '--import', 'tsx', '--eval', script];
  const { stdout } = await run(process.execPath, flags);
  expect(stdout.trim()).toBe('7');
});
