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

/** What is served: the schema as a subgraph of a federation. */
export const schema = serveOwnSDL(
  builder.toSubGraphSchema({
    linkUrl: 'https://specs.apollo.dev/federation/v2.9',
    composeDirectives: ['@oneOf'],
  }),
);

/** @returns the subgraph as text, for composition; what `_service { sdl }` answers. */
export function subgraphSDL(): string {
  return withInputUnions(printSubgraphSchema(schema), schema);
}

/** @returns what clients see: the schema without the fields that only routers ask for. */
export function clientSchema(): GraphQLSchema {
  return builder.toSchema();
}

/** The SDL that the federation plugin would answer with has lost its input unions. It is printed when first asked for. */
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
