import { readFileSync } from 'node:fs';
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { expect, test } from 'vitest';
import { clientSchema } from '../../src/schema/index.ts';

const schema = clientSchema();

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

test('schema.graphql is the sorted schema', () => {
  const committed = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
  expect(committed.trim()).toBe(printSchema(lexicographicSortSchema(schema)).trim());
});

type Described = readonly [place: string, description: string | null | undefined];

function describedIn(type: GraphQLNamedType): Described[] {
  const own: Described = [type.name, type.description];
  if (isEnumType(type)) {
    return [
      own,
      ...type.getValues().map((value): Described => [`${type.name}.${value.name}`, value.description]),
    ];
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return [own, ...fields.map((field): Described => [`${type.name}.${field.name}`, field.description])];
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [own];
  const fields = Object.values(type.getFields()).flatMap((field): Described[] => [
    [`${type.name}.${field.name}`, field.description],
    ...field.args.map((arg): Described => [`${type.name}.${field.name}(${arg.name}:)`, arg.description]),
  ]);
  return [own, ...fields];
}

test('every type, field, argument and enum value has a description', () => {
  const places = types.flatMap(describedIn);
  expect(places.length).toBeGreaterThan(100);
  expect(places.filter(([, description]) => (description ?? '').trim().length < 10)).toEqual([]);
});

test('every output type is named after Beeper or its mutation, to avoid conflicts with other subgraphs', () => {
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
  const named = mutations.flatMap((name) => {
    const Name = name.replace(/^./, (first) => first.toUpperCase());
    return [`${Name}Payload`, `${Name}Result`];
  });
  const outputs = types
    .filter((type) => !isInputObjectType(type) && !isScalarType(type))
    .map(({ name }) => name);
  expect(outputs).toEqual(expect.arrayContaining(['BeeperChat', 'CreateChatResult', 'StartChatPayload']));
  const others = outputs.filter((name) => !name.startsWith('Beeper') && !named.includes(name));
  // Relay defines PageInfo, and subgraphs share it.
  expect(others.toSorted()).toEqual(['Mutation', 'PageInfo', 'Query']);
});

test('every mutation is nullable and returns a union of its payload and the error types', () => {
  const mutations = Object.entries(schema.getMutationType()?.getFields() ?? {});
  expect(mutations.length).toBeGreaterThanOrEqual(2);
  for (const [name, field] of mutations) {
    const Name = name.replace(/^./, (first) => first.toUpperCase());
    expect(String(field.type)).toBe(`${Name}Result`);
    const result = schema.getType(`${Name}Result`);
    const members = isUnionType(result) ? result.getTypes() : [];
    expect(members.map((type) => type.name)).toContain(`${Name}Payload`);
    expect(members.length).toBeGreaterThan(10);
    const failures = members.filter((type) => type.name !== `${Name}Payload`);
    for (const failure of failures) expect(failure.getInterfaces().map(String)).toEqual(['BeeperError']);
  }
});
