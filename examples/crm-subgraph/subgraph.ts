import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { createYoga } from 'graphql-yoga';
import { notesOn, ownerOf, watchedChatIDs } from './records.ts';

/** A reference as the router sends it: a type and the fields of its key. */
interface Reference {
  readonly id: string;
}

const resolvers = {
  Query: { crmWatchedChats: (): Reference[] => watchedChatIDs.map((id) => ({ id })) },
  BeeperChat: { notes: ({ id }: Reference) => notesOn(id) },
  BeeperAccount: { owner: ({ id }: Reference) => ownerOf(id) },
};

/** @returns the subgraph's schema as text, for composition. */
export function crmSDL(): string {
  return readFileSync(new URL('schema.graphql', import.meta.url), 'utf8');
}

/**
 * The CRM as one function from request to answer, at `/graphql`; node:http takes it as a listener.
 * It has no resolver for references: each is taken as it comes, so any chat can have notes.
 */
export function createCRM() {
  return createYoga({
    schema: buildSubgraphSchema({ typeDefs: parse(crmSDL()), resolvers }),
    landingPage: false,
    logging: false,
  });
}
