import { GraphQLOneOfDirective, type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { builder } from './builder.ts';
import { toSubgraph } from './federation/subgraph.ts';
import { printSubgraph } from './federation/subgraphSDL.ts';
import { withFollowUps } from './followUps.ts';
// One line for each file that adds a root field or an entity.
import './account/account.ts';
import './account/contacts.ts';
import './account/lookUpContacts.ts';
import './bridge/bridges.ts';
import './chat/chat.ts';
import './chat/chats.ts';
import './chat/clearChatDraft.ts';
import './chat/clearChatReminder.ts';
import './chat/createChat.ts';
import './chat/labels.ts';
import './chat/markChatRead.ts';
import './chat/markChatUnread.ts';
import './chat/members.ts';
import './chat/merge.ts';
import './chat/notifyAnyway.ts';
import './chat/saveChatDraft.ts';
import './chat/searchChats.ts';
import './chat/setChatArchived.ts';
import './chat/setChatDescription.ts';
import './chat/setChatLowPriority.ts';
import './chat/setChatMessageExpiry.ts';
import './chat/setChatMuted.ts';
import './chat/setChatPinned.ts';
import './chat/setChatReminder.ts';
import './chat/setChatTitle.ts';
import './chat/startChat.ts';
import './chat/viewerCanSend.ts';
import './live/chatEvents.ts';
import './live/messageProgress.ts';
import './message/candidates.ts';
import './message/createUpload.ts';
import './message/deleteMessage.ts';
import './message/editMessage.ts';
import './message/linkedRecords.ts';
import './message/messages.ts';
import './message/reactions.ts';
import './message/searchMessages.ts';
import './message/sendMessage.ts';
import './message/viewerCan.ts';
import './search/search.ts';
import './server/beeper.ts';
import './server/focusApp.ts';

/** The schema that is served: a federation subgraph. */
export const schema: GraphQLSchema = withFollowUps(
  toSubgraph(builder.toSchema({ sortSchema: false }), subgraphSDL),
);

/** @returns the subgraph's SDL for composition, which `_service { sdl }` returns, too. */
export function subgraphSDL(): string {
  return printSubgraph(schema);
}

/** @returns the schema as clients see it: without the fields that only routers use. */
export function clientSchema(): GraphQLSchema {
  return builder.toSchema();
}

/**
 * @returns the text of `clientSchema`, sorted. It has the definition of `@oneOf`, which graphql does not print, because
 * parsers that are older than it reject a schema that uses it without a definition.
 */
export function clientSDL(): string {
  const { name, description, locations } = GraphQLOneOfDirective;
  const oneOf = `"""${description}"""\ndirective @${name} on ${locations.join(' | ')}`;
  return `${oneOf}\n\n${printSchema(lexicographicSortSchema(clientSchema()))}`;
}
