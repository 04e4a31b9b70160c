import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type DocumentNode, Kind, parse, print, visit } from 'graphql';
import { describe, expect, test } from 'vitest';
import { subgraphSDL } from '../../src/schema/index.ts';
import { startPair } from '../support/pair.ts';
import { composersOfAST, inputUnions, inputUnionsOf, type Subgraph, subgraphs } from './compose.ts';

/** @returns the fields of an object type as `name: type`. */
function fieldsOf(document: DocumentNode, typeName: string): string[] {
  return document.definitions
    .filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === typeName)
    .flatMap((node) => (node.kind === Kind.OBJECT_TYPE_DEFINITION ? (node.fields ?? []) : []))
    .map(({ name, type }) => `${name.value}: ${print(type)}`);
}

/** A subgraph of another team with its own definition of PageInfo. */
const tickets: Subgraph = {
  name: 'tickets',
  url: 'http://tickets.invalid/graphql',
  typeDefs: parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@shareable"])
    type Query { tickets: TicketConnection! }
    type TicketConnection { pageInfo: PageInfo! }
    type PageInfo @shareable {
      hasNextPage: Boolean!
      hasPreviousPage: Boolean!
      startCursor: String
      endCursor: String
    }
  `),
};

describe.each(Object.entries(composersOfAST))('%s', (_, compose) => {
  test('keeps @oneOf on exactly the input unions in the supergraph', () => {
    expect(inputUnionsOf(compose(subgraphs()))).toEqual(inputUnions);
  });

  test('merges the fields of both subgraphs into the entities', () => {
    const supergraph = compose(subgraphs());

    expect(fieldsOf(supergraph, 'BeeperChat')).toEqual(
      expect.arrayContaining(['id: ID!', 'title: String', 'notes: [CrmNote!]!']),
    );
    expect(fieldsOf(supergraph, 'BeeperAccount')).toEqual(
      expect.arrayContaining(['id: ID!', 'network: String', 'owner: CrmEmployee']),
    );
  });

  test('keeps the subscriptions', () => {
    expect(fieldsOf(compose(subgraphs()), 'Subscription')).toEqual([
      'chatEvents: BeeperChatEvent!',
      'messageProgress: BeeperMessageProgress!',
    ]);
  });

  test('accepts another subgraph that has its own shareable PageInfo', () => {
    const supergraph = compose([...subgraphs(), tickets]);

    expect(fieldsOf(supergraph, 'Query')).toContain('tickets: TicketConnection!');
    expect(inputUnionsOf(supergraph)).toEqual(inputUnions);
  });
});

test('the served SDL and the SDL printed for registries are the SDL that these tests compose', async () => {
  await using pair = await startPair();

  const response = await pair.gateway.send('{ _service { sdl } }');
  const served = (await response.json()).data._service.sdl;
  const { stdout: printed } = await promisify(execFile)('npm', ['run', '--silent', 'subgraph']);

  expect(served).toBe(subgraphSDL());
  expect(printed.trimEnd()).toBe(subgraphSDL().trimEnd());
});

test('the subgraph links Federation 2.9 and has the entities chat and account with the key id', () => {
  const document = parse(subgraphSDL());
  const links: string[] = [];
  const keys: string[] = [];
  visit(document, {
    SchemaExtension({ directives = [] }) {
      links.push(...directives.filter(({ name }) => name.value === 'link').map(print));
    },
    ObjectTypeDefinition({ name, directives = [] }) {
      keys.push(
        ...directives.filter((node) => node.name.value === 'key').map((key) => `${name.value} ${print(key)}`),
      );
    },
  });

  expect(links).toContainEqual(expect.stringContaining('https://specs.apollo.dev/federation/v2.9'));
  expect(keys.toSorted()).toEqual(['BeeperAccount @key(fields: "id")', 'BeeperChat @key(fields: "id")']);
});
