import { composeServices as composeWithApollo } from '@apollo/composition';
import { composeServices as composeWithTheGuild } from '@theguild/federation-composition';
import { federateSubgraphs, ROUTER_COMPATIBILITY_VERSION_ONE } from '@wundergraph/composition';
import { type DocumentNode, parse, visit } from 'graphql';
import { crmSDL } from '../../examples/crm-subgraph/subgraph.ts';
import { subgraphSDL } from '../../src/schema/index.ts';

export interface Subgraph {
  readonly name: string;
  readonly url: string;
  readonly typeDefs: DocumentNode;
}

/** The subgraphs of the gateway and of the example CRM. */
export const subgraphs = (): Subgraph[] => [
  { name: 'beeper', url: 'http://beeper.invalid/graphql', typeDefs: parse(subgraphSDL()) },
  { name: 'crm', url: 'http://crm.invalid/graphql', typeDefs: parse(crmSDL()) },
];

/** @returns the SDL of the supergraph. @throws {Error} with all errors of the composer. */
type Composer = (subgraphs: Subgraph[]) => string;

/** Composers of supergraphs that Apollo's and Hive's routers can load. */
export const composers = {
  '@apollo/composition': (given) => {
    const { supergraphSdl, errors } = composeWithApollo(given);
    return supergraphSdl ?? throwErrors(errors);
  },
  '@theguild/federation-composition': (given) => {
    const { supergraphSdl, errors } = composeWithTheGuild(given);
    return supergraphSdl ?? throwErrors(errors);
  },
} satisfies Record<string, Composer>;

export type ComposerName = keyof typeof composers;

/** All composers, each to the AST of the supergraph. Cosmo composes a router configuration, which contains that. */
export const composersOfAST: Record<string, (given: Subgraph[]) => DocumentNode> = {
  '@apollo/composition': (given) => parse(composers['@apollo/composition'](given)),
  '@theguild/federation-composition': (given) => parse(composers['@theguild/federation-composition'](given)),
  '@wundergraph/composition': federateForCosmo,
};

function federateForCosmo(given: Subgraph[]): DocumentNode {
  const result = federateSubgraphs({
    subgraphs: given.map(({ name, url, typeDefs }) => ({ name, url, definitions: typeDefs })),
    version: ROUTER_COMPATIBILITY_VERSION_ONE,
  });
  return result.success ? result.federatedGraphAST : throwErrors(result.errors);
}

function throwErrors(errors: readonly Error[] = []): never {
  throw new Error(errors.map(({ message }) => message).join('\n'));
}

/** The input types with `@oneOf`, in alphabetical order. */
export const inputUnions = [
  'BeeperSenderFilter',
  'CreateChatInput',
  'SendMessageContentInput',
  'StartChatUserInput',
];

/** @returns the names of the input types with `@oneOf`. */
export function inputUnionsOf(document: DocumentNode): string[] {
  const names: string[] = [];
  visit(document, {
    InputObjectTypeDefinition({ name, directives = [] }) {
      if (directives.some((directive) => directive.name.value === 'oneOf')) names.push(name.value);
    },
  });
  return names.toSorted();
}
