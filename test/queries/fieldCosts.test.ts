import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { expect, test } from 'vitest';
import { seedChatIDs, startSandbox } from '../../src/sandbox/index.ts';
import { schema } from '../../src/schema/index.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { type MutationRow, mutations } from '../support/mutations.ts';
import { versionOf, whatsapp } from '../support/people.ts';

type Field = GraphQLField<unknown, unknown>;

/** @returns the value as a GraphQL literal. */
function literal(value: unknown): string {
  if (typeof value === 'string' && /^[A-Z]+$/.test(value)) return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, part]) => `${key}: ${literal(part)}`)
    .join(', ')} }`;
}

/** Arguments with which a field returns data of every kind; a field with a required argument needs an entry. */
const argumentsOf: Record<string, string> = {
  'Query._entities': `representations: [{ __typename: "BeeperChat", id: "${seedChatIDs.everyKind}" }]`,
  'Query.account': `id: "${whatsapp}"`,
  'Query.chat': `id: "${seedChatIDs.everyKind}"`,
  'Query.contacts': `accountID: "${whatsapp}"`,
  'Query.message': `chatID: "${seedChatIDs.longHistory}", id: "1302860"`,
  'Query.searchChats': 'filter: {}',
  'Query.searchMessages': 'filter: {}',
  'Query.search': 'query: "dinner"',
  'Query.lookUpContacts': `accountID: "${whatsapp}", query: "a"`,
  'Query.bridge': 'id: "local-whatsapp"',
  'BeeperChat.members': 'first: 500',
  'BeeperChat.messages': 'first: 60',
  ...Object.fromEntries(
    Object.entries(mutations).map(([name, { input }]) => [`Mutation.${name}`, `input: ${literal(input)}`]),
  ),
};

const mergedChat = `chat(id: "${seedChatIDs.merged}")`;

/** Where the chat in `argumentsOf` has no value for a field: another object of the type that has one. */
const otherObjects: Record<string, (selection: string) => string> = {
  'BeeperChat.merge': (selection) => `query { ${mergedChat} { ${selection} } }`,
  // Some of them have more participants than a list of chats sends.
  'BeeperChat.members': (selection) =>
    `query { searchChats(filter: { type: GROUP }, first: 200) { nodes { ... on BeeperChat { ${selection} } } } }`,
  'BeeperMessage.chat': (selection) =>
    `query { message(${argumentsOf['Query.message']}) { ... on BeeperMessage { ${selection} } } }`,
  'BeeperChat.mergedInto': (selection) =>
    `query { ${mergedChat} { merge { chats { ... on BeeperChat { ${selection} } } } } }`,
};

/** Fields that are not used to reach other types: they return less data than other fields with the same types. */
const notFollowed = new Set(['_entities', 'lastMessage', 'message', 'repliedTo', 'searchMessages']);

/** Mutations without a route on `union`, and their payloads, which are like those of others. */
const notOnUnion = new Set(
  Object.entries<MutationRow>(mutations)
    .filter(([, { routes }]) => routes.union === undefined && routes.split !== undefined)
    .flatMap(([name]) => [name, `${name.charAt(0).toUpperCase()}${name.slice(1)}Payload`]),
);

/** An object type, and how to select something of it. */
interface Place {
  readonly type: GraphQLObjectType;
  readonly documentOf: (selection: string) => string;
}

const fieldsOf = (type: GraphQLObjectType): Field[] => Object.values(type.getFields());
const declaresCost = ({ extensions }: Field): boolean => extensions.cost !== undefined;

function calling(type: GraphQLObjectType, { name }: Field): string {
  const args = argumentsOf[`${type.name}.${name}`];
  return args ? `${name}(${args})` : name;
}

/** @returns the object types that a field can lead to; errors aside, which make no calls. */
function typesOf(field: Field): GraphQLObjectType[] {
  const type = getNamedType(field.type);
  const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  return types
    .filter(isObjectType)
    .filter((one) => !one.getInterfaces().some(({ name }) => name === 'BeeperError'));
}

/** @returns the object types that `root` leads to, each by its shortest path, without those in `known`. */
function placesFrom(root: Place, known: readonly GraphQLObjectType[] = []): Place[] {
  const places = [root];
  // The list grows during the iteration.
  for (const { type, documentOf } of places) {
    for (const field of fieldsOf(type).filter(({ name }) => !notFollowed.has(name))) {
      for (const next of typesOf(field)) {
        if (known.includes(next) || places.some((place) => place.type === next)) continue;
        const documentOfField = otherObjects[`${type.name}.${field.name}`] ?? documentOf;
        places.push({
          type: next,
          documentOf: (selection) =>
            documentOfField(`${calling(type, field)} { ... on ${next.name} { ${selection} } }`),
        });
      }
    }
  }
  return places;
}

/** @returns the field with a selection that reads the object itself, and not only its ID. */
function selecting(type: GraphQLObjectType, field: Field): string {
  const next = getNamedType(field.type);
  const leaves = isObjectType(next)
    ? fieldsOf(next).filter((leaf) => isLeafType(getNamedType(leaf.type)) && !declaresCost(leaf))
    : [];
  const selection = ['__typename', ...leaves.map(({ name }) => name)].join(' ');
  return isLeafType(next) ? calling(type, field) : `${calling(type, field)} { ${selection} }`;
}

/** @param api the dialect of the sandbox; with `auto` it is the newest, and the gateway has to detect it. */
async function expectDeclaredCosts(places: readonly Place[], api: 'auto' | 'union'): Promise<void> {
  const isMissing = ({ name }: { readonly name: string }) => api === 'union' && notOnUnion.has(name);
  await using sandbox = await startSandbox({ appVersion: versionOf[api === 'auto' ? 'split' : api] });
  const start = () => startGateway({ beeper: sandbox.url, api });
  // Without its own network, a chat has that of its account.
  for (const chat of sandbox.chats.values()) chat.network = '';
  await using gateway = await start();

  async function run(document: string, on: Gateway = gateway) {
    sandbox.calls.length = 0;
    const answer = await (await on.send(document)).text();
    expect(answer, document).not.toContain('"errors"');
    return { routes: sandbox.calls.map(({ route }) => route).toSorted(), answer };
  }

  for (const { type, documentOf } of places.filter((place) => !isMissing(place.type))) {
    // The field that leads to it makes the gateway ask for the version, once.
    if (type.name === 'BeeperFeature') await run(documentOf('__typename'));
    const path = await run(documentOf('__typename'));
    expect(path.answer).toContain(`"__typename":"${type.name}"`);

    const free = fieldsOf(type).filter((field) => !declaresCost(field));
    const selection = free.map((field) => selecting(type, field)).join(' ');
    const { routes } = await run(documentOf(`__typename ${selection}`));
    expect(routes, `fields of ${type.name} that declare no cost`).toEqual(path.routes);

    for (const field of fieldsOf(type).filter(declaresCost)) {
      if (isMissing(field)) continue;
      // Its cost stands for the length of its answer.
      if (field.name === '_service') continue;
      // The gateway caches the version of Beeper, so that only the first field that needs it makes a call.
      await using another = await start();
      const documentOfField = otherObjects[`${type.name}.${field.name}`] ?? documentOf;
      const without = documentOfField === documentOf ? path : await run(documentOfField('__typename'));
      const { routes } = await run(documentOfField(`__typename ${selecting(type, field)}`), another);
      expect(routes.length, `${type.name}.${field.name}`).toBeGreaterThan(without.routes.length);
    }
  }
}

const rootPlace = (type: GraphQLObjectType | null | undefined, operation: string): Place => {
  if (!type) throw new Error(`The schema has no ${operation}`);
  return { type, documentOf: (selection) => `${operation} { ${selection} }` };
};
const queryPlaces = placesFrom(rootPlace(schema.getQueryType(), 'query'));

test('a field of a query declares a cost exactly if it makes an upstream call', async () => {
  await expectDeclaredCosts(queryPlaces, 'auto');
});

test('a field of a mutation declares a cost exactly if it makes an upstream call', async () => {
  const known = queryPlaces.map(({ type }) => type);
  const places = placesFrom(rootPlace(schema.getMutationType(), 'mutation'), known);
  // In this dialect, Beeper's response to a write lacks the chat, so the payload's `chat` makes a call.
  await expectDeclaredCosts(places, 'union');
});
