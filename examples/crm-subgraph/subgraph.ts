import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { createYoga } from 'graphql-yoga';
import { notesOn, ownerOf, watchedChatIDs } from './records.ts';

/** An entity reference from the router, without its `__typename`. */
interface Reference {
  readonly id: string;
}

const resolvers = {
  Query: { crmWatchedChats: (): Reference[] => watchedChatIDs.map((id) => ({ id })) },
  BeeperChat: { notes: ({ id }: Reference) => notesOn(id) },
  BeeperAccount: { owner: ({ id }: Reference) => ownerOf(id) },
};

/** @returns the SDL of the subgraph, for composition. */
export function crmSDL(): string {
  return readFileSync(new URL('schema.graphql', import.meta.url), 'utf8');
}

/**
 * Creates a request listener that serves the subgraph at `/graphql`. It has no `__resolveReference`, so every reference
 * is accepted.
 */
export function createCRM() {
  return createYoga({
    schema: buildSubgraphSchema({ typeDefs: parse(crmSDL()), resolvers }),
    landingPage: false,
    logging: false,
  });
}
