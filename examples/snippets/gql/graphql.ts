/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Error codes for use in program logic. Top-level errors have the same codes in `extensions.code`. A later version can add codes. */
export type BeeperErrorCode =
  /** The current state of the account or chat does not allow the operation. */
  | 'CONFLICT'
  /** The access token lacks the required scope, the person can’t be messaged from this account, or nobody is logged in to the server. */
  | 'FORBIDDEN'
  /** The idempotency key was already used for a different request. */
  | 'IDEMPOTENCY_MISMATCH'
  /** The input is invalid. Correct the values that `issues` lists. */
  | 'INVALID_INPUT'
  /** Beeper does not know the account, person, chat or message. */
  | 'NOT_FOUND'
  /** The request was sent to Beeper, but no usable response arrived. If `retryable` is true, send the same request again. Otherwise check in Beeper first. */
  | 'OUTCOME_UNKNOWN'
  /** Too many requests. Nothing was done. Wait, then try again. */
  | 'RATE_LIMITED'
  /** The access token is missing, or Beeper rejected it. Get a new access token; mutations need one with “Allow sensitive actions”. */
  | 'UNAUTHENTICATED'
  /** Beeper, or a service that the gateway needs, is unavailable. Nothing was changed. Try again later. */
  | 'UNAVAILABLE'
  /** The connected Beeper does not support the operation. `remedy` tells whether to update Beeper Desktop or to check the settings of the gateway. */
  | 'UNSUPPORTED'
  /** Beeper, or the network behind it, failed while processing the request. */
  | 'UPSTREAM_ERROR';

export type ChatRowFragment = { id: string, title: string | null, network: string | null, unreadCount: number | null, lastActivity: string | null, account: { id: string, isUsable: boolean } | null };

export type InboxQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type InboxQuery = { chats: { edges: Array<{ node: { id: string, title: string | null, network: string | null, unreadCount: number | null, lastActivity: string | null, account: { id: string, isUsable: boolean } | null } | null }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } | null };

export type SendTextMutationVariables = Exact<{
  chatID: string | number;
  text: string;
  key: string;
}>;


export type SendTextMutation = { sendMessage:
    | { __typename: 'BeeperConflictError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string }
    | { __typename: 'BeeperForbiddenError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string }
    | { __typename: 'BeeperIdempotencyError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string }
    | { __typename: 'BeeperInvalidInputError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'BeeperNotFoundError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string }
    | { __typename: 'BeeperOutcomeUnknownError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string }
    | { __typename: 'BeeperRateLimitedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, retryAfterSeconds: number | null }
    | { __typename: 'BeeperUnauthenticatedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string }
    | { __typename: 'BeeperUnavailableError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, retryAfterSeconds: number | null }
    | { __typename: 'BeeperUnsupportedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string }
    | { __typename: 'BeeperUpstreamError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string }
    | { __typename: 'SendMessagePayload', pendingMessageID: string }
   | null };

export type ChatEventsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ChatEventsSubscription = { chatEvents:
    | { __typename: 'BeeperChatDeleted', position: string, chatID: string }
    | { __typename: 'BeeperChatUpserted', position: string, chat: { id: string, title: string | null, network: string | null, unreadCount: number | null, lastActivity: string | null, account: { id: string, isUsable: boolean } | null } | null }
    | { __typename: 'BeeperLiveEnded', position: string, error:
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
        | { retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
        | { retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
       }
    | { __typename: 'BeeperLiveGap', position: string, needsReload: boolean }
    | { __typename: 'BeeperLiveStarted', position: string, isResumed: boolean }
    | { __typename: 'BeeperMessageDeleted', position: string }
    | { __typename: 'BeeperMessageUpserted', position: string, chat: { id: string, title: string | null, network: string | null, unreadCount: number | null, lastActivity: string | null, account: { id: string, isUsable: boolean } | null } | null }
   };

export const ChatRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}},{"kind":"Field","name":{"kind":"Name","value":"lastActivity"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"isUsable"}}]}}]}}]} as unknown as DocumentNode<ChatRowFragment, unknown>;
export const InboxDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Inbox"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChatRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}},{"kind":"Field","name":{"kind":"Name","value":"lastActivity"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"isUsable"}}]}}]}}]} as unknown as DocumentNode<InboxQuery, InboxQueryVariables>;
export const SendTextDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendText"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"chatID"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"text"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"chatID"},"value":{"kind":"Variable","name":{"kind":"Name","value":"chatID"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"content"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"text"},"value":{"kind":"Variable","name":{"kind":"Name","value":"text"}}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessagePayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pendingMessageID"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]}}]} as unknown as DocumentNode<SendTextMutation, SendTextMutationVariables>;
export const ChatEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"ChatEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperLiveEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperLiveStarted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isResumed"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperLiveGap"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"needsReload"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChatUpserted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChatRow"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperMessageUpserted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChatRow"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChatDeleted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperLiveEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}},{"kind":"Field","name":{"kind":"Name","value":"lastActivity"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"isUsable"}}]}}]}}]} as unknown as DocumentNode<ChatEventsSubscription, ChatEventsSubscriptionVariables>;