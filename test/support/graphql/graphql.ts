/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What chats are looked for; all that is given must hold. */
export type BeeperChatFilter = {
  /** Only the chats of these accounts; left out, of all. */
  accountIDs?: Array<string | number> | null | undefined;
  /** One part of the inbox; left out, all of them. */
  inbox?: BeeperInbox | null | undefined;
  /** Whether muted chats are wanted too; left out, they are. */
  includeMuted?: boolean | null | undefined;
  /** Chats that were last active after this time. */
  lastActivityAfter?: string | null | undefined;
  /** Chats that were last active before this time. */
  lastActivityBefore?: string | null | undefined;
  /** Words, all of which must occur; upper and lower case are the same. */
  query?: string | null | undefined;
  /** Where to look; left out, in titles. */
  scope?: BeeperChatSearchScope | null | undefined;
  /** Direct chats or groups; left out, both. */
  type?: BeeperChatSearchType | null | undefined;
  /** Whether only chats with unread messages are wanted. */
  unreadOnly?: boolean | null | undefined;
};

/** Where the words of a search are looked for. */
export type BeeperChatSearchScope =
  /** In the names of those who take part. */
  | 'PARTICIPANTS'
  /** In the title and the network’s name. */
  | 'TITLES';

/** Which kind of chat is looked for. */
export type BeeperChatSearchType =
  /** Both. */
  | 'ANY'
  /** Groups. */
  | 'GROUP'
  /** Direct chats. */
  | 'SINGLE';

/** What kind of chat it is. */
export type BeeperChatType =
  /** A chat of several people. */
  | 'GROUP'
  /** A kind that this gateway does not know yet; `rawType` names it. */
  | 'OTHER'
  /** A direct chat with one person. */
  | 'SINGLE';

/** In which form Beeper’s API creates and starts chats; it changed over the versions. */
export type BeeperDialect =
  /** Before 4.2.557: creates chats, can’t start them. */
  | 'CREATE_ONLY'
  /** Since 4.2.808: a route for each, and the answer is the whole chat. */
  | 'SPLIT'
  /** 4.2.557 to 4.2.807: one route for both, told apart by a mode. */
  | 'UNION';

/** The kinds of failure, to switch on. The same codes stand in `extensions.code` of top-level errors. New ones may be added. */
export type BeeperErrorCode =
  /** The account or chat is in a state that does not allow this now. */
  | 'CONFLICT'
  /** The token lacks the scope, or the person can’t be messaged from this account. */
  | 'FORBIDDEN'
  /** The input breaks a rule. Correct what `issues` names. */
  | 'INVALID_INPUT'
  /** Beeper knows no such account, person or chat. */
  | 'NOT_FOUND'
  /** It was sent and no usable answer came. Look before you try again. */
  | 'OUTCOME_UNKNOWN'
  /** Too many requests. Nothing was done; wait, then try again. */
  | 'RATE_LIMITED'
  /** There is no access token, or Beeper refuses it. Ask for a new one. */
  | 'UNAUTHENTICATED'
  /** Beeper could not be asked. Nothing was done; try again. */
  | 'UNAVAILABLE'
  /** This Beeper can’t do it. Another version can, or another setting helps. */
  | 'UNSUPPORTED'
  /** Beeper, or the chat network behind it, failed while at it. */
  | 'UPSTREAM_ERROR';

/** What became of `messageText`. */
export type BeeperFirstMessage =
  /** There was none. */
  | 'NOT_REQUESTED'
  /** It was not sent, since the chat existed. Send it as a message of its own. */
  | 'NOT_SENT_CHAT_EXISTED'
  /** It was sent with the new chat. */
  | 'SENT'
  /** Beeper does not say. Look at the chat before you send it again. */
  | 'UNKNOWN';

/** A part of the inbox. */
export type BeeperInbox =
  /** What was archived. */
  | 'ARCHIVE'
  /** What was put aside as less important. */
  | 'LOW_PRIORITY'
  /** What is shown at first. */
  | 'PRIMARY';

/** Whether the chat is new. */
export type BeeperStartStatus =
  /** A new chat was made. */
  | 'CREATED'
  /** There was a chat with this person; it is used again. */
  | 'EXISTING';

/** Which kind of chat to create: exactly one of the two. */
export type CreateChatInput =
  {   /** A group. */
  group: CreateGroupChatInput; single?: never; }
  |  { group?: never;   /** A direct chat with one person. */
  single: CreateSingleChatInput; };

/** A group. */
export type CreateGroupChatInput = {
  /** The account to create the group on. */
  accountID: string | number;
  /** The first message, for networks that need one to create a group. */
  messageText?: string | null | undefined;
  /** The IDs of the people to put into it: at least one, none twice, yourself left out. */
  participantIDs: Array<string | number>;
  /** The group’s title. */
  title?: string | null | undefined;
};

/** A direct chat with one person, whose ID on this account is known. */
export type CreateSingleChatInput = {
  /** The account to create the chat on. */
  accountID: string | number;
  /** The first message, for networks that need one to create a chat. */
  messageText?: string | null | undefined;
  /** The ID of the person to write to, such as `@15550101002:local-whatsapp.localhost`. */
  participantID: string | number;
  /** A title; most networks ignore it for direct chats. */
  title?: string | null | undefined;
};

/** A merged contact: all that you know of one person. Beeper picks the identifier that works best on the account’s network. At least one of `id`, `email`, `phoneNumber` and `username` is needed. */
export type StartChatContactInput = {
  /** An e-mail address. */
  email?: string | null | undefined;
  /** The name: it ranks candidates, and identifies nobody by itself. */
  fullName?: string | null | undefined;
  /** The person’s ID, where it is known. */
  id?: string | number | null | undefined;
  /** A phone number, best in E.164 (`+15550101002`). */
  phoneNumber?: string | null | undefined;
  /** A handle on the network. */
  username?: string | null | undefined;
};

/** Whom to start a direct chat with, and on which account. */
export type StartChatInput = {
  /** The account to start the chat on. */
  accountID: string | number;
  /** Whether the person may be sent an invitation where the network needs one. Left out, Beeper decides; its newer versions allow it. */
  allowInvite?: boolean | null | undefined;
  /** The first message. It is sent only if a new chat is made; on an existing one Beeper drops it: see `firstMessage`. */
  messageText?: string | null | undefined;
  /** The person to write to. */
  user: StartChatUserInput;
};

/** The person to write to: exactly one of these. */
export type StartChatUserInput =
  {   /** By all that is known of the person. */
  contact: StartChatContactInput; email?: never; id?: never; phoneNumber?: never; username?: never; }
  |  { contact?: never;   /** By e-mail address. */
  email: string; id?: never; phoneNumber?: never; username?: never; }
  |  { contact?: never; email?: never;   /** By ID on this account. */
  id: string | number; phoneNumber?: never; username?: never; }
  |  { contact?: never; email?: never; id?: never;   /** By phone number, best in E.164 (`+15550101002`). */
  phoneNumber: string; username?: never; }
  |  { contact?: never; email?: never; id?: never; phoneNumber?: never;   /** By handle on the network. */
  username: string; };

export type CreateChatMutationVariables = Exact<{
  input: CreateChatInput;
}>;


export type CreateChatMutation = { createChat:
    | { __typename: 'BeeperConflictError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string }
    | { __typename: 'BeeperForbiddenError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string }
    | { __typename: 'BeeperInvalidInputError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, issues: Array<{ path: Array<string>, message: string, code: string }> }
    | { __typename: 'BeeperNotFoundError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string }
    | { __typename: 'BeeperOutcomeUnknownError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string }
    | { __typename: 'BeeperRateLimitedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, retryAfterSeconds: number | null }
    | { __typename: 'BeeperUnauthenticatedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string }
    | { __typename: 'BeeperUnavailableError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string }
    | { __typename: 'BeeperUnsupportedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, requiredVersion: string | null, actualVersion: string | null }
    | { __typename: 'BeeperUpstreamError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, httpStatus: number }
    | { __typename: 'CreateChatPayload', chatID: string }
   | null };

export type StartChatMutationVariables = Exact<{
  input: StartChatInput;
}>;


export type StartChatMutation = { startChat:
    | { __typename: 'BeeperConflictError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string }
    | { __typename: 'BeeperForbiddenError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string }
    | { __typename: 'BeeperInvalidInputError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, issues: Array<{ path: Array<string>, message: string, code: string }> }
    | { __typename: 'BeeperNotFoundError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string }
    | { __typename: 'BeeperOutcomeUnknownError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string }
    | { __typename: 'BeeperRateLimitedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, retryAfterSeconds: number | null }
    | { __typename: 'BeeperUnauthenticatedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string }
    | { __typename: 'BeeperUnavailableError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string }
    | { __typename: 'BeeperUnsupportedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, requiredVersion: string | null, actualVersion: string | null }
    | { __typename: 'BeeperUpstreamError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, httpStatus: number }
    | { __typename: 'StartChatPayload', chatID: string, status: BeeperStartStatus | null, firstMessage: BeeperFirstMessage }
   | null };

export type CreateChatAndReadItMutationVariables = Exact<{
  input: CreateChatInput;
  more: boolean;
}>;


export type CreateChatAndReadItMutation = { createChat:
    | { __typename: 'BeeperConflictError', code: BeeperErrorCode, message: string }
    | { __typename: 'BeeperForbiddenError', code: BeeperErrorCode, message: string }
    | { __typename: 'BeeperInvalidInputError', code: BeeperErrorCode, message: string }
    | { __typename: 'BeeperNotFoundError', code: BeeperErrorCode, message: string }
    | { __typename: 'BeeperOutcomeUnknownError', code: BeeperErrorCode, message: string }
    | { __typename: 'BeeperRateLimitedError', code: BeeperErrorCode, message: string }
    | { __typename: 'BeeperUnauthenticatedError', code: BeeperErrorCode, message: string }
    | { __typename: 'BeeperUnavailableError', code: BeeperErrorCode, message: string }
    | { __typename: 'BeeperUnsupportedError', code: BeeperErrorCode, message: string }
    | { __typename: 'BeeperUpstreamError', code: BeeperErrorCode, message: string }
    | { __typename: 'CreateChatPayload', chatID: string, chat: { __typename: 'BeeperChat', id: string } & { accountID?: string, title?: string | null, type?: BeeperChatType | null, participants?: { total: number | null, items: Array<{ id: string, fullName: string | null }> } | null } | null }
   | null };

export type ReadChatQueryVariables = Exact<{
  id: string | number;
}>;


export type ReadChatQuery = { chat: { id: string, accountID: string, title: string | null, type: BeeperChatType | null, rawType: string | null, network: string | null, unreadCount: number | null, lastActivity: string | null, imgURL: { url: string | null, isLocal: boolean } | null, participants: { total: number | null, hasMore: boolean | null, items: Array<{ id: string }> } | null } | null };

export type AboutBeeperQueryVariables = Exact<{ [key: string]: never; }>;


export type AboutBeeperQuery = { beeper: { appVersion: string | null, dialect: BeeperDialect | null, sandbox: boolean, reachable: boolean } };

export type InboxQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  accountIDs?: Array<string | number> | string | number | null | undefined;
}>;


export type InboxQuery = { chats: { nodes: Array<{ id: string, title: string | null, account: { id: string, network: string | null } | null, participants: { items: Array<{ id: string, fullName: string | null }> } | null, lastMessage: { id: string, plainText: string | null, sender: { id: string, fullName: string | null } | null } | null } | null>, edges: Array<{ cursor: string, node: { id: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type PeopleQueryVariables = Exact<{
  accountID: string | number;
  query?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PeopleQuery = { contacts: { nodes: Array<{ id: string, fullName: string | null, phoneNumber: string | null, cannotMessage: boolean | null, imgURL: { url: string | null, isLocal: boolean } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MessagesQueryVariables = Exact<{
  chatID: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type MessagesQuery = { chat: { id: string, messages: { edges: Array<{ cursor: string, node: { id: string, sortKey: string | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type SearchQueryVariables = Exact<{
  filter: BeeperChatFilter;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchQuery = { searchChats: { nodes: Array<{ id: string, title: string | null, type: BeeperChatType | null, accountID: string } | null>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };


export const CreateChatDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateChat"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateChatInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createChat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateChatPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"httpStatus"},"name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}}]}}]}}]}}]} as unknown as DocumentNode<CreateChatMutation, CreateChatMutationVariables>;
export const StartChatDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartChat"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StartChatInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startChat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StartChatPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"firstMessage"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"httpStatus"},"name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}}]}}]}}]}}]} as unknown as DocumentNode<StartChatMutation, StartChatMutationVariables>;
export const CreateChatAndReadItDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateChatAndReadIt"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateChatInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"more"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createChat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateChatPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"more"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountID"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CreateChatAndReadItMutation, CreateChatAndReadItMutationVariables>;
export const ReadChatDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReadChat"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"accountID"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"rawType"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}},{"kind":"Field","name":{"kind":"Name","value":"lastActivity"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"isLocal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"hasMore"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReadChatQuery, ReadChatQueryVariables>;
export const AboutBeeperDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AboutBeeper"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"beeper"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appVersion"}},{"kind":"Field","name":{"kind":"Name","value":"dialect"}},{"kind":"Field","name":{"kind":"Name","value":"sandbox"}},{"kind":"Field","name":{"kind":"Name","value":"reachable"}}]}}]}}]} as unknown as DocumentNode<AboutBeeperQuery, AboutBeeperQueryVariables>;
export const InboxDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Inbox"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accountIDs"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"accountIDs"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accountIDs"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"network"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastMessage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"sender"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<InboxQuery, InboxQueryVariables>;
export const PeopleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"People"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accountID"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"query"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contacts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"accountID"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accountID"}}},{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"Variable","name":{"kind":"Name","value":"query"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"phoneNumber"}},{"kind":"Field","name":{"kind":"Name","value":"cannotMessage"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"isLocal"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<PeopleQuery, PeopleQueryVariables>;
export const MessagesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Messages"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"chatID"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"chatID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"messages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sortKey"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MessagesQuery, MessagesQueryVariables>;
export const SearchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Search"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChatFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"searchChats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"accountID"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<SearchQuery, SearchQueryVariables>;