/* eslint-disable */
import * as types from './graphql.js';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment ChatRow on BeeperChat {\n    id\n    title\n    network\n    unreadCount\n    lastActivity\n    account { id isUsable }\n  }\n": typeof types.ChatRowFragmentDoc,
    "\n  query Inbox($after: String) {\n    chats(first: 20, after: $after) {\n      edges { node { ...ChatRow } }\n      pageInfo { endCursor hasNextPage }\n    }\n  }\n": typeof types.InboxDocument,
    "\n  mutation SendText($chatID: ID!, $text: String!, $key: String!) {\n    sendMessage(input: { chatID: $chatID, content: { text: $text } }, idempotencyKey: $key) {\n      __typename\n      ... on SendMessagePayload { pendingMessageID }\n      ... on BeeperError { code message remedy retryable requestID }\n      ... on BeeperInvalidInputError { issues { path message } }\n      ... on BeeperRateLimitedError { retryAfterSeconds }\n      ... on BeeperUnavailableError { retryAfterSeconds }\n    }\n  }\n": typeof types.SendTextDocument,
    "\n  subscription ChatEvents($after: String) {\n    chatEvents(after: $after) {\n      __typename\n      ... on BeeperLiveEvent { position }\n      ... on BeeperLiveStarted { isResumed }\n      ... on BeeperLiveGap { needsReload }\n      ... on BeeperChatUpserted { chat { ...ChatRow } }\n      ... on BeeperMessageUpserted { chat { ...ChatRow } }\n      ... on BeeperChatDeleted { chatID }\n      ... on BeeperLiveEnded {\n        error {\n          code message remedy retryable\n          ... on BeeperRateLimitedError { retryAfterSeconds }\n          ... on BeeperUnavailableError { retryAfterSeconds }\n        }\n      }\n    }\n  }\n": typeof types.ChatEventsDocument,
};
const documents: Documents = {
    "\n  fragment ChatRow on BeeperChat {\n    id\n    title\n    network\n    unreadCount\n    lastActivity\n    account { id isUsable }\n  }\n": types.ChatRowFragmentDoc,
    "\n  query Inbox($after: String) {\n    chats(first: 20, after: $after) {\n      edges { node { ...ChatRow } }\n      pageInfo { endCursor hasNextPage }\n    }\n  }\n": types.InboxDocument,
    "\n  mutation SendText($chatID: ID!, $text: String!, $key: String!) {\n    sendMessage(input: { chatID: $chatID, content: { text: $text } }, idempotencyKey: $key) {\n      __typename\n      ... on SendMessagePayload { pendingMessageID }\n      ... on BeeperError { code message remedy retryable requestID }\n      ... on BeeperInvalidInputError { issues { path message } }\n      ... on BeeperRateLimitedError { retryAfterSeconds }\n      ... on BeeperUnavailableError { retryAfterSeconds }\n    }\n  }\n": types.SendTextDocument,
    "\n  subscription ChatEvents($after: String) {\n    chatEvents(after: $after) {\n      __typename\n      ... on BeeperLiveEvent { position }\n      ... on BeeperLiveStarted { isResumed }\n      ... on BeeperLiveGap { needsReload }\n      ... on BeeperChatUpserted { chat { ...ChatRow } }\n      ... on BeeperMessageUpserted { chat { ...ChatRow } }\n      ... on BeeperChatDeleted { chatID }\n      ... on BeeperLiveEnded {\n        error {\n          code message remedy retryable\n          ... on BeeperRateLimitedError { retryAfterSeconds }\n          ... on BeeperUnavailableError { retryAfterSeconds }\n        }\n      }\n    }\n  }\n": types.ChatEventsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChatRow on BeeperChat {\n    id\n    title\n    network\n    unreadCount\n    lastActivity\n    account { id isUsable }\n  }\n"): (typeof documents)["\n  fragment ChatRow on BeeperChat {\n    id\n    title\n    network\n    unreadCount\n    lastActivity\n    account { id isUsable }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Inbox($after: String) {\n    chats(first: 20, after: $after) {\n      edges { node { ...ChatRow } }\n      pageInfo { endCursor hasNextPage }\n    }\n  }\n"): (typeof documents)["\n  query Inbox($after: String) {\n    chats(first: 20, after: $after) {\n      edges { node { ...ChatRow } }\n      pageInfo { endCursor hasNextPage }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendText($chatID: ID!, $text: String!, $key: String!) {\n    sendMessage(input: { chatID: $chatID, content: { text: $text } }, idempotencyKey: $key) {\n      __typename\n      ... on SendMessagePayload { pendingMessageID }\n      ... on BeeperError { code message remedy retryable requestID }\n      ... on BeeperInvalidInputError { issues { path message } }\n      ... on BeeperRateLimitedError { retryAfterSeconds }\n      ... on BeeperUnavailableError { retryAfterSeconds }\n    }\n  }\n"): (typeof documents)["\n  mutation SendText($chatID: ID!, $text: String!, $key: String!) {\n    sendMessage(input: { chatID: $chatID, content: { text: $text } }, idempotencyKey: $key) {\n      __typename\n      ... on SendMessagePayload { pendingMessageID }\n      ... on BeeperError { code message remedy retryable requestID }\n      ... on BeeperInvalidInputError { issues { path message } }\n      ... on BeeperRateLimitedError { retryAfterSeconds }\n      ... on BeeperUnavailableError { retryAfterSeconds }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ChatEvents($after: String) {\n    chatEvents(after: $after) {\n      __typename\n      ... on BeeperLiveEvent { position }\n      ... on BeeperLiveStarted { isResumed }\n      ... on BeeperLiveGap { needsReload }\n      ... on BeeperChatUpserted { chat { ...ChatRow } }\n      ... on BeeperMessageUpserted { chat { ...ChatRow } }\n      ... on BeeperChatDeleted { chatID }\n      ... on BeeperLiveEnded {\n        error {\n          code message remedy retryable\n          ... on BeeperRateLimitedError { retryAfterSeconds }\n          ... on BeeperUnavailableError { retryAfterSeconds }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription ChatEvents($after: String) {\n    chatEvents(after: $after) {\n      __typename\n      ... on BeeperLiveEvent { position }\n      ... on BeeperLiveStarted { isResumed }\n      ... on BeeperLiveGap { needsReload }\n      ... on BeeperChatUpserted { chat { ...ChatRow } }\n      ... on BeeperMessageUpserted { chat { ...ChatRow } }\n      ... on BeeperChatDeleted { chatID }\n      ... on BeeperLiveEnded {\n        error {\n          code message remedy retryable\n          ... on BeeperRateLimitedError { retryAfterSeconds }\n          ... on BeeperUnavailableError { retryAfterSeconds }\n        }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;