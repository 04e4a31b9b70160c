import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { maxEqualFieldsRule } from '../../src/http/limits/equalFields.ts';
import { schema } from '../../src/schema/index.ts';

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');
const messages = (document: string) =>
  validate(schema, parse(document), [maxEqualFieldsRule()]).map(({ message }) => message);

const exceeded = ['Comparison limit exceeded: the same fields are selected too often in one place.'];

test.each([
  ['in one selection', (count: number) => times(count, () => 'appName')],
  ['under one alias', (count: number) => times(count, () => 'a: appName')],
  ['in inline fragments', (count: number) => times(count, () => '... { appName }')],
])('728 equal fields %s are accepted, and 729 are not', (_where, fields) => {
  expect(messages(`{ beeper { ${fields(728)} } }`)).toEqual([]);
  expect(messages(`{ beeper { ${fields(729)} } }`)).toEqual(exceeded);
});

test('fields below equal fields are in one place', () => {
  const beeper = times(20, () => 'appName');
  expect(messages(`{ ${times(36, () => `beeper { ${beeper} }`)} }`)).toEqual([]);
  expect(messages(`{ ${times(38, () => `beeper { ${beeper} }`)} }`)).toEqual(exceeded);
  expect(messages(`{ ${times(37, (index) => `a${index}: beeper { ${beeper} }`)} }`)).toEqual([]);
});

test('a fragment counts once in each place', () => {
  const fragment = `fragment F on BeeperServer { ${times(30, () => 'appName')} }`;
  expect(messages(`{ beeper { ${times(100, () => '...F')} } } ${fragment}`)).toEqual([]);
  const many = times(30, (index) => fragment.replace('F', `F${index}`));
  expect(messages(`{ beeper { ${times(30, (index) => `...F${index}`)} } } ${many}`)).toEqual(exceeded);
});

test('circles and exponential nesting of fragments end', () => {
  const startedAt = performance.now();
  messages(
    '{ ...A } fragment A on Query { ...B chats { nodes { ...C } } } fragment B on Query { ...A } fragment C on BeeperChat { account { chats { nodes { ...C } } } }',
  );
  messages(
    `{ ...F0 } ${times(60, (index) => `fragment F${index} on Query { a: beeper { appName } ...F${index + 1} ...F${index + 1} }`)} fragment F60 on Query { beeper { appName } }`,
  );
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});
