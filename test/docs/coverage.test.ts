import { buildSchema, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { read } from './fences.ts';
import { newerFields, newerOperations, newerParameters } from './newerThanSDK.ts';
import { readSDKTypes } from './sdkTypes.ts';

const [operations = '', parameters = '', fields = ''] = read('docs/coverage.md').split(
  /\n## (?:Parameters|Fields)\n/,
);
const schema = buildSchema(read('schema.graphql'));
const sdk = readSDKTypes();

const quoted = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);

/** The cells of each row of a table, without the row of headings. */
const rowsOf = (text: string) =>
  [...text.matchAll(/^\| (`.*) \|$/gm)].map(([, row = '']) => row.split('|').map((cell) => cell.trim()));

const operationRows = rowsOf(operations).map(([operation, method, where, verdict]) => ({
  operation: quoted(operation)[0] ?? '',
  method: quoted(method)[0],
  where: quoted(where),
  verdict,
}));

/** The rows of a part with one section for each type, and there one or more names in a row. */
const rowsByType = (part: string) =>
  part
    .split(/^### /m)
    .slice(1)
    .flatMap((section) =>
      rowsOf(section).flatMap(([names, where, verdict]) =>
        quoted(names).map((name) => ({
          name: `${section.split('\n')[0]}.${name}`,
          where: quoted(where),
          verdict,
        })),
      ),
    );

const parameterRows = rowsByType(parameters);
const fieldRows = rowsByType(fields);

/** The names of the SDK's types, and what the SDK lacks. */
const known = (
  ofSDK: ReadonlyMap<string, readonly string[]>,
  newer: Readonly<Record<string, readonly string[]>>,
) => [...ofSDK, ...Object.entries(newer)].flatMap(([type, names]) => names.map((name) => `${type}.${name}`));

test('docs/coverage.md has one row for each operation of the SDK, and for each that the SDK lacks', () => {
  expect(sdk.methods.length).toBe(30);
  expect(operationRows.flatMap(({ method }) => method ?? []).toSorted()).toEqual(sdk.methods.toSorted());
  expect(
    operationRows
      .filter(({ method }) => method === undefined)
      .map(({ operation }) => operation)
      .toSorted(),
  ).toEqual(newerOperations.toSorted());
});

test('docs/coverage.md has the 43 operations of the chat client, each once', () => {
  const ofClient = operationRows.filter(({ operation }) => /^[A-Z]+ \/v1\//.test(operation));

  expect(new Set(ofClient.map(({ operation }) => operation)).size).toBe(43);
  expect(ofClient.length).toBe(43);
});

test('docs/coverage.md has one row for each field of an answer', () => {
  const names = known(sdk.fields, newerFields);

  expect(names.length).toBeGreaterThan(250);
  expect(fieldRows.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
});

test('docs/coverage.md has one row for each parameter of a request', () => {
  const names = known(sdk.parameters, newerParameters);

  expect(names.length).toBeGreaterThan(80);
  expect(parameterRows.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
});

test('whatever the SDK takes besides IDs has a type of parameters', () => {
  expect(sdk.argumentTypes.length).toBeGreaterThan(20);
  expect(sdk.argumentTypes.filter((type) => !type.endsWith('Params'))).toEqual([]);
});

const rows = [
  ...operationRows.map(({ operation, ...row }) => ({ name: operation, ...row })),
  ...parameterRows,
  ...fieldRows,
];

test('whatever docs/coverage.md names is in the schema', () => {
  const unknown = rows.flatMap(({ where }) => where).filter((coordinate) => !isInSchema(coordinate));

  expect(unknown).toEqual([]);
});

test('each row of docs/coverage.md names a place in the schema and has ✓, or has a reason', () => {
  const bad = rows.filter(({ where, verdict = '' }) =>
    where.length > 0 ? !verdict.startsWith('✓') : verdict.startsWith('✓') || verdict.length < 10,
  );

  expect(bad.map(({ name }) => name)).toEqual([]);
});

/** @param coordinate of a field, or of an argument: `Query.chats(first:)`. */
function isInSchema(coordinate: string): boolean {
  const [, typeName = '', fieldName = '', argument] = /^(\w+)\.(\w+)(?:\((\w+):\))?$/.exec(coordinate) ?? [];
  const type = schema.getType(typeName);
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return false;
  const field = type.getFields()[fieldName];
  if (argument === undefined) return field !== undefined;
  return field !== undefined && 'args' in field && field.args.some(({ name }) => name === argument);
}
