import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLNamedType,
  type GraphQLObjectType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
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

test('schema.graphql is the sorted schema, with the definition of @oneOf that some parsers require', () => {
  const committed = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
  const [definition, ...rest] = committed.split('\n\n');
  expect(definition).toMatch(/^"""[^"]+"""\ndirective @oneOf on INPUT_OBJECT$/);
  expect(rest.join('\n\n').trim()).toBe(printSchema(lexicographicSortSchema(schema)).trim());
  const input = buildSchema(committed).getType('CreateChatInput');
  expect(isInputObjectType(input) && input.isOneOf).toBe(true);
});

const objectTypes = types.filter(isObjectType);
const isRoot = ({ name }: GraphQLNamedType): boolean => ['Query', 'Mutation', 'Subscription'].includes(name);
const fieldsIn = (type: GraphQLObjectType) => Object.values(type.getFields());

test('only fields that are unique for their type are named id, since caches take it for their key', () => {
  const withID = objectTypes.filter((type) => !isRoot(type) && 'id' in type.getFields());

  expect(withID.map(({ name }) => name).toSorted()).toEqual([
    'BeeperAccount',
    'BeeperBridge',
    'BeeperChat',
    'BeeperLabel',
    'BeeperMessage',
  ]);
  for (const type of withID) {
    const { id } = type.getFields();
    expect(String(id?.type)).toBe('ID!');
    expect(id?.description).toMatch(/unique (on|among)/i);
  }
});

test('every query field is nullable, and so is every field in a chat or account that can call Beeper', () => {
  const fields = objectTypes
    .filter(({ name }) => !['Mutation', 'Subscription', 'BeeperServer'].includes(name))
    .flatMap((type) =>
      fieldsIn(type).filter(({ extensions }) => type.name === 'Query' || extensions.cost !== undefined),
    );
  expect(fields.length).toBeGreaterThan(12);
  // Its items are nullable.
  const failing = fields
    .filter(({ type }) => isNonNullType(type))
    .map(({ name, type }) => `${name}: ${type}`);
  expect(failing).toEqual(['chats: [BeeperChat]!']);
});

test('every field of a payload that reads has a sibling for its failure', () => {
  const reading = objectTypes
    .filter(({ name }) => name.endsWith('Payload'))
    .flatMap((type) =>
      fieldsIn(type)
        .filter(({ extensions }) => extensions.cost !== undefined)
        .map(({ name }) => [type.name, String(type.getFields()[`${name}Error`]?.type)]),
    );
  expect(reading.length).toBeGreaterThanOrEqual(3);
  expect(reading.filter(([, type]) => type !== 'BeeperError')).toEqual([]);
});

test('scalars name their specification by an https URL', () => {
  const scalars = types.filter(isScalarType);
  expect(scalars.map(({ name }) => name).toSorted()).toEqual(['DateTime', 'JSON']);
  for (const { specifiedByURL } of scalars) expect(specifiedByURL).toMatch(/^https:\/\//);
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

test('the schema has no character beyond U+FFFF, which parsers of GraphQL before 2025 refuse', () => {
  expect(printSchema(schema)).not.toMatch(/[\u{10000}-\u{10FFFF}]/u);
});

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
  expect(others.toSorted()).toEqual(['Mutation', 'PageInfo', 'Query', 'Subscription']);
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

test('every subscription returns a union of its events and of how it can end', () => {
  const subscriptions = Object.values(schema.getSubscriptionType()?.getFields() ?? {});
  const interfacesOf = (union: string) => {
    const type = schema.getType(union);
    const members = isUnionType(type) ? type.getTypes() : [];
    return members.map((member) => member.getInterfaces().map(String));
  };

  expect(subscriptions.map(({ name, type }) => `${name}: ${type}`)).toEqual([
    'chatEvents: BeeperChatEvent!',
    'messageProgress: BeeperMessageProgress!',
  ]);
  const events = interfacesOf('BeeperChatEvent');
  expect(events).toEqual(events.map(() => ['BeeperLiveEvent']));
  const [errors, messages] = [['BeeperError'], []];
  expect(interfacesOf('BeeperMessageProgress').toSorted()).toEqual([messages, ...Array(9).fill(errors)]);
});
