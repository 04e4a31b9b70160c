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
    "\n  mutation CreateChat($input: CreateChatInput!) {\n    createChat(input: $input) {\n      __typename\n      ... on CreateChatPayload {\n        chatID\n      }\n      ... on BeeperError {\n        code\n        message\n        remedy\n        retryable\n        requestID\n      }\n      ... on BeeperInvalidInputError {\n        issues {\n          path\n          message\n          code\n        }\n      }\n      ... on BeeperRateLimitedError {\n        retryAfterSeconds\n      }\n      ... on BeeperUnsupportedError {\n        requiredVersion\n        actualVersion\n      }\n      ... on BeeperUpstreamError {\n        httpStatus: status\n        upstreamCode\n      }\n    }\n  }\n": typeof types.CreateChatDocument,
    "\n  mutation StartChat($input: StartChatInput!) {\n    startChat(input: $input) {\n      __typename\n      ... on StartChatPayload {\n        chatID\n        status\n        firstMessage\n      }\n      ... on BeeperError {\n        code\n        message\n        remedy\n        retryable\n        requestID\n      }\n      ... on BeeperInvalidInputError {\n        issues {\n          path\n          message\n          code\n        }\n      }\n      ... on BeeperRateLimitedError {\n        retryAfterSeconds\n      }\n      ... on BeeperUnsupportedError {\n        requiredVersion\n        actualVersion\n      }\n      ... on BeeperUpstreamError {\n        httpStatus: status\n        upstreamCode\n      }\n    }\n  }\n": typeof types.StartChatDocument,
    "\n  mutation CreateChatAndReadIt($input: CreateChatInput!, $more: Boolean!) {\n    createChat(input: $input) {\n      __typename\n      ... on CreateChatPayload {\n        chatID\n        chat {\n          id\n          __typename\n          ... on BeeperChat @include(if: $more) {\n            accountID\n            title\n            type\n            participants {\n              total\n              items {\n                id\n                fullName\n              }\n            }\n          }\n        }\n      }\n      ... on BeeperError {\n        code\n        message\n      }\n    }\n  }\n": typeof types.CreateChatAndReadItDocument,
    "\n  query ReadChat($id: ID!) {\n    chat(id: $id) {\n      id\n      accountID\n      title\n      type\n      rawType\n      network\n      unreadCount\n      lastActivity\n      imgURL {\n        url\n        isLocal\n      }\n      participants {\n        total\n        hasMore\n        items {\n          id\n        }\n      }\n    }\n  }\n": typeof types.ReadChatDocument,
    "\n  query AboutBeeper {\n    beeper {\n      appVersion\n      dialect\n      sandbox\n      reachable\n    }\n  }\n": typeof types.AboutBeeperDocument,
};
const documents: Documents = {
    "\n  mutation CreateChat($input: CreateChatInput!) {\n    createChat(input: $input) {\n      __typename\n      ... on CreateChatPayload {\n        chatID\n      }\n      ... on BeeperError {\n        code\n        message\n        remedy\n        retryable\n        requestID\n      }\n      ... on BeeperInvalidInputError {\n        issues {\n          path\n          message\n          code\n        }\n      }\n      ... on BeeperRateLimitedError {\n        retryAfterSeconds\n      }\n      ... on BeeperUnsupportedError {\n        requiredVersion\n        actualVersion\n      }\n      ... on BeeperUpstreamError {\n        httpStatus: status\n        upstreamCode\n      }\n    }\n  }\n": types.CreateChatDocument,
    "\n  mutation StartChat($input: StartChatInput!) {\n    startChat(input: $input) {\n      __typename\n      ... on StartChatPayload {\n        chatID\n        status\n        firstMessage\n      }\n      ... on BeeperError {\n        code\n        message\n        remedy\n        retryable\n        requestID\n      }\n      ... on BeeperInvalidInputError {\n        issues {\n          path\n          message\n          code\n        }\n      }\n      ... on BeeperRateLimitedError {\n        retryAfterSeconds\n      }\n      ... on BeeperUnsupportedError {\n        requiredVersion\n        actualVersion\n      }\n      ... on BeeperUpstreamError {\n        httpStatus: status\n        upstreamCode\n      }\n    }\n  }\n": types.StartChatDocument,
    "\n  mutation CreateChatAndReadIt($input: CreateChatInput!, $more: Boolean!) {\n    createChat(input: $input) {\n      __typename\n      ... on CreateChatPayload {\n        chatID\n        chat {\n          id\n          __typename\n          ... on BeeperChat @include(if: $more) {\n            accountID\n            title\n            type\n            participants {\n              total\n              items {\n                id\n                fullName\n              }\n            }\n          }\n        }\n      }\n      ... on BeeperError {\n        code\n        message\n      }\n    }\n  }\n": types.CreateChatAndReadItDocument,
    "\n  query ReadChat($id: ID!) {\n    chat(id: $id) {\n      id\n      accountID\n      title\n      type\n      rawType\n      network\n      unreadCount\n      lastActivity\n      imgURL {\n        url\n        isLocal\n      }\n      participants {\n        total\n        hasMore\n        items {\n          id\n        }\n      }\n    }\n  }\n": types.ReadChatDocument,
    "\n  query AboutBeeper {\n    beeper {\n      appVersion\n      dialect\n      sandbox\n      reachable\n    }\n  }\n": types.AboutBeeperDocument,
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
export function graphql(source: "\n  mutation CreateChat($input: CreateChatInput!) {\n    createChat(input: $input) {\n      __typename\n      ... on CreateChatPayload {\n        chatID\n      }\n      ... on BeeperError {\n        code\n        message\n        remedy\n        retryable\n        requestID\n      }\n      ... on BeeperInvalidInputError {\n        issues {\n          path\n          message\n          code\n        }\n      }\n      ... on BeeperRateLimitedError {\n        retryAfterSeconds\n      }\n      ... on BeeperUnsupportedError {\n        requiredVersion\n        actualVersion\n      }\n      ... on BeeperUpstreamError {\n        httpStatus: status\n        upstreamCode\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateChat($input: CreateChatInput!) {\n    createChat(input: $input) {\n      __typename\n      ... on CreateChatPayload {\n        chatID\n      }\n      ... on BeeperError {\n        code\n        message\n        remedy\n        retryable\n        requestID\n      }\n      ... on BeeperInvalidInputError {\n        issues {\n          path\n          message\n          code\n        }\n      }\n      ... on BeeperRateLimitedError {\n        retryAfterSeconds\n      }\n      ... on BeeperUnsupportedError {\n        requiredVersion\n        actualVersion\n      }\n      ... on BeeperUpstreamError {\n        httpStatus: status\n        upstreamCode\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartChat($input: StartChatInput!) {\n    startChat(input: $input) {\n      __typename\n      ... on StartChatPayload {\n        chatID\n        status\n        firstMessage\n      }\n      ... on BeeperError {\n        code\n        message\n        remedy\n        retryable\n        requestID\n      }\n      ... on BeeperInvalidInputError {\n        issues {\n          path\n          message\n          code\n        }\n      }\n      ... on BeeperRateLimitedError {\n        retryAfterSeconds\n      }\n      ... on BeeperUnsupportedError {\n        requiredVersion\n        actualVersion\n      }\n      ... on BeeperUpstreamError {\n        httpStatus: status\n        upstreamCode\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StartChat($input: StartChatInput!) {\n    startChat(input: $input) {\n      __typename\n      ... on StartChatPayload {\n        chatID\n        status\n        firstMessage\n      }\n      ... on BeeperError {\n        code\n        message\n        remedy\n        retryable\n        requestID\n      }\n      ... on BeeperInvalidInputError {\n        issues {\n          path\n          message\n          code\n        }\n      }\n      ... on BeeperRateLimitedError {\n        retryAfterSeconds\n      }\n      ... on BeeperUnsupportedError {\n        requiredVersion\n        actualVersion\n      }\n      ... on BeeperUpstreamError {\n        httpStatus: status\n        upstreamCode\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateChatAndReadIt($input: CreateChatInput!, $more: Boolean!) {\n    createChat(input: $input) {\n      __typename\n      ... on CreateChatPayload {\n        chatID\n        chat {\n          id\n          __typename\n          ... on BeeperChat @include(if: $more) {\n            accountID\n            title\n            type\n            participants {\n              total\n              items {\n                id\n                fullName\n              }\n            }\n          }\n        }\n      }\n      ... on BeeperError {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateChatAndReadIt($input: CreateChatInput!, $more: Boolean!) {\n    createChat(input: $input) {\n      __typename\n      ... on CreateChatPayload {\n        chatID\n        chat {\n          id\n          __typename\n          ... on BeeperChat @include(if: $more) {\n            accountID\n            title\n            type\n            participants {\n              total\n              items {\n                id\n                fullName\n              }\n            }\n          }\n        }\n      }\n      ... on BeeperError {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadChat($id: ID!) {\n    chat(id: $id) {\n      id\n      accountID\n      title\n      type\n      rawType\n      network\n      unreadCount\n      lastActivity\n      imgURL {\n        url\n        isLocal\n      }\n      participants {\n        total\n        hasMore\n        items {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReadChat($id: ID!) {\n    chat(id: $id) {\n      id\n      accountID\n      title\n      type\n      rawType\n      network\n      unreadCount\n      lastActivity\n      imgURL {\n        url\n        isLocal\n      }\n      participants {\n        total\n        hasMore\n        items {\n          id\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AboutBeeper {\n    beeper {\n      appVersion\n      dialect\n      sandbox\n      reachable\n    }\n  }\n"): (typeof documents)["\n  query AboutBeeper {\n    beeper {\n      appVersion\n      dialect\n      sandbox\n      reachable\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;