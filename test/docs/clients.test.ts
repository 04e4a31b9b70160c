import {
  buildSchema,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  isUnionType,
  Kind,
  parse,
  type SelectionSetNode,
  validate,
} from 'graphql';
import { expect, test } from 'vitest';
import { clients } from '../clients/clients.ts';
import { read } from './fences.ts';

const page = read('docs/clients.md');
const schema = buildSchema(read('schema.graphql'));
const unions = Object.values(schema.getTypeMap()).filter(isUnionType);
const errors = new Set(
  schema.getPossibleTypes(schema.getType('BeeperError') as GraphQLInterfaceType).map(({ name }) => name),
);

const fragments = (document: string) =>
  parse(document).definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );

const quotes = [...page.matchAll(/^From \[(.+)\]\(\.\.\/\1\):\n\n```\w+\n(.*?)\n```$/gms)].map(
  ([, path = '', quote = '']) => ({ path, quote }),
);

test('docs/clients.md quotes only what is in the files that are run', () => {
  expect(quotes.length).toBe(page.match(/^```\w+$/gm)?.length);
  for (const { path, quote } of quotes) expect(read(path), path).toContain(quote);
});

test('docs/clients.md names the versions that are run', () => {
  const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> };
  const pinned = clients.map(({ name, folder, pinned: [file, version] }) => [
    name,
    version.exec(read(`test/clients/${folder}/${file}`))?.[1],
  ]);

  expect(
    [...page.matchAll(/^\| ([\w -]+?) ([\d.]+) \|/gm)].map(([, name, version]) => [name, version]),
  ).toEqual([
    ['Apollo Client', devDependencies['@apollo/client']],
    ['graphql-request', devDependencies['graphql-request']],
    ['urql', devDependencies['@urql/core']],
    ...pinned,
  ]);
});

test('docs/clients.md has a section for each client that is run', () => {
  const headings = [...page.matchAll(/^## .+: (.+)$/gm)].map(([, library]) => library);

  expect(headings).toEqual(clients.map(({ name }) => name));
});

test.each(clients)('docs/clients.md shows a call of $name', ({ folder }) => {
  expect(quotes.map(({ path }) => path)).toContainEqual(
    expect.stringMatching(new RegExp(`^test/clients/${folder}/(.+/)?example\\.\\w+$`, 'i')),
  );
});

test('docs/clients.md shows a fragment with all errors of startChat', () => {
  const shown = quotes.flatMap(({ quote }) => (quote.startsWith('fragment') ? fragments(quote) : []));

  expect(shown.map(({ typeCondition }) => typeCondition.name.value)).toEqual(['StartChatResult']);
});

const path = 'test/clients/rust/graphql_client/operations.graphql';

test(`${path} is valid`, () => {
  expect(validate(schema, parse(read(path)))).toEqual([]);
});

test.each(unions.map((union) => [union.name, union] as const))(
  'a fragment names all error types of %s with all their fields',
  (name, union) => {
    const fragment = fragments(read(path)).find(({ typeCondition }) => typeCondition.name.value === name);

    expect(selectedFields(fragment?.selectionSet)).toEqual(
      Object.fromEntries(
        union
          .getTypes()
          .filter((type) => errors.has(type.name))
          .map((type) => [type.name, fieldsOf(type)]),
      ),
    );
  },
);

/** The names of the fields that are selected, by type. */
function selectedFields(selectionSet?: SelectionSetNode): Record<string, string[]> {
  const inline =
    selectionSet?.selections.filter((selection) => selection.kind === Kind.INLINE_FRAGMENT) ?? [];
  return Object.fromEntries(
    inline.map(({ typeCondition, selectionSet: { selections } }) => [
      typeCondition?.name.value,
      selections.flatMap((field) => (field.kind === Kind.FIELD ? field.name.value : [])).toSorted(),
    ]),
  );
}

const fieldsOf = (type: GraphQLObjectType) => Object.keys(type.getFields()).toSorted();
