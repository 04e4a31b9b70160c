import { printSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
import { withInputUnions } from './federation/subgraphSDL.ts';
// One line for each file that adds a root field or an entity.
import './account/account.ts';
import './account/contacts.ts';
import './chat/chat.ts';
import './chat/chats.ts';
import './chat/createChat.ts';
import './chat/searchChats.ts';
import './chat/startChat.ts';
import './federation/entities.ts';
import './message/messages.ts';
import './server/beeper.ts';

/** The schema that is served: a federation subgraph. */
export const schema = serveOwnSDL(
  builder.toSubGraphSchema({
    linkUrl: 'https://specs.apollo.dev/federation/v2.9',
    composeDirectives: ['@oneOf'],
  }),
);

/** @returns the subgraph's SDL for composition, which `_service { sdl }` returns, too. */
export function subgraphSDL(): string {
  return withInputUnions(printSubgraphSchema(schema), schema);
}

/** @returns the schema as clients see it: without the fields that only routers use. */
export function clientSchema(): GraphQLSchema {
  return builder.toSchema();
}

/** Replaces the SDL of the federation plugin, which lacks `@oneOf`. Prints it on first use. */
function serveOwnSDL(subgraph: GraphQLSchema): GraphQLSchema {
  const service = subgraph.getQueryType()?.getFields()._service;
  if (!service) throw new Error('The subgraph has no _service field');
  let sdl: string | undefined;
  service.resolve = () => {
    sdl ??= subgraphSDL();
    return { sdl };
  };
  return subgraph;
}
