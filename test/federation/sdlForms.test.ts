import { readFileSync } from 'node:fs';
import { printSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, Kind, parse, print, visit } from 'graphql';
import { expect, test } from 'vitest';
import { schema, subgraphSDL } from '../../src/schema/index.ts';
import { composersOfAST, inputUnions, inputUnionsOf, subgraphs } from './compose.ts';

/** Why the served SDL declares `@oneOf` in four parts: what each composer does if a part is missing. */

type Part = 'use' | 'definition' | 'link' | 'composeDirective';

/** @returns the SDL with only these parts of the declaration of `@oneOf`. */
function only(document: DocumentNode, parts: readonly Part[]): DocumentNode {
  return visit(document, {
    SchemaExtension(node) {
      const directives = node.directives?.filter((directive) => {
        const { value: name } = directive.name;
        if (name === 'composeDirective') return parts.includes(name);
        return name !== 'link' || parts.includes('link') || !print(directive).includes('@oneOf');
      });
      return directives?.length ? { ...node, directives } : null;
    },
    DirectiveDefinition: ({ name }) =>
      name.value === 'oneOf' && !parts.includes('definition') ? null : undefined,
    InputObjectTypeDefinition: (node) =>
      parts.includes('use')
        ? undefined
        : { ...node, directives: node.directives?.filter(({ name }) => name.value !== 'oneOf') ?? [] },
  });
}

const apollo = '@apollo/composition';
const theGuild = '@theguild/federation-composition';
const cosmo = '@wundergraph/composition';

const rows: [parts: Part[], composer: string, outcome: 'kept' | 'dropped' | 'rejected'][] = [
  [[], apollo, 'dropped'],
  [[], theGuild, 'dropped'],
  [[], cosmo, 'dropped'],
  [['use'], apollo, 'rejected'],
  [['use'], theGuild, 'kept'],
  [['use'], cosmo, 'kept'],
  [['use', 'definition'], apollo, 'dropped'],
  [['use', 'definition'], theGuild, 'kept'],
  [['use', 'definition'], cosmo, 'kept'],
  [['use', 'definition', 'link'], apollo, 'dropped'],
  [['use', 'definition', 'link'], theGuild, 'kept'],
  [['use', 'definition', 'link'], cosmo, 'kept'],
  [['use', 'definition', 'link', 'composeDirective'], apollo, 'kept'],
  [['use', 'definition', 'link', 'composeDirective'], theGuild, 'kept'],
  [['use', 'definition', 'link', 'composeDirective'], cosmo, 'kept'],
];

for (const [parts, composer, outcome] of rows) {
  test(`${composer}: @oneOf is ${outcome} if the SDL has ${parts.join(', ') || 'none'} of its parts`, () => {
    const [beeper, ...others] = subgraphs().map((subgraph) =>
      subgraph.name === 'beeper' ? { ...subgraph, typeDefs: only(subgraph.typeDefs, parts) } : subgraph,
    );
    const composed = () => composersOfAST[composer]?.(beeper ? [beeper, ...others] : []) ?? parse('');

    if (outcome === 'rejected') {
      expect(composed).toThrow('Unknown directive "@oneOf"');
    } else {
      expect(inputUnionsOf(composed())).toEqual(outcome === 'kept' ? inputUnions : []);
    }
  });
}

test('@apollo/subgraph can’t print @oneOf, so the gateway prints its SDL itself', () => {
  expect(() => printSubgraphSchema(schema)).toThrow('Unknown directive "@oneOf"');
  expect(inputUnionsOf(parse(subgraphSDL()))).toEqual(inputUnions);
});

test('the SDL has the types and fields of schema.graphql, and nothing that only routers use', () => {
  const namesIn = (sdl: string) => {
    const names: string[] = [];
    visit(parse(sdl), {
      enter(node, _key, _parent, _path, ancestors) {
        if (node.kind === Kind.DIRECTIVE || node.kind === Kind.DIRECTIVE_DEFINITION) return false;
        if (!('name' in node) || node.name === undefined || node.kind === Kind.NAMED_TYPE) return undefined;
        const of = ancestors.flatMap((one) => ('name' in one && one.name ? [one.name.value] : []));
        names.push([...of, node.name.value].join('.'));
        return undefined;
      },
    });
    return names.toSorted();
  };
  const clients = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');

  expect(namesIn(subgraphSDL())).toEqual(namesIn(clients));
});
