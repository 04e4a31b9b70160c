import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type Sandbox, seedChatIDs } from '../../src/sandbox/index.ts';
import { sdk5 } from '../sandbox/clients.ts';
import type { Gateway, GraphQLAnswer } from '../support/gateway.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { whatsapp } from '../support/people.ts';
import {
  ChatEdges,
  ContactEdges,
  FoundMessageEdges,
  Messages,
  SearchEdges,
} from '../support/queryDocuments.ts';

/** Paging arguments, also invalid ones. */
export interface PagingArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

export interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } | null }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** A connection field of the schema. */
export interface PagedList {
  readonly name: 'chats' | 'messages' | 'contacts' | 'searchChats' | 'searchMessages';
  /** The sandbox's route that the field reads. */
  readonly route:
    | 'GET /v1/chats'
    | 'GET /v1/chats/search'
    | 'GET /v1/chats/{chatID}/messages'
    | 'GET /v1/messages/search'
    | 'GET /v1/accounts/{accountID}/contacts/list';
  /** The field's path in the response. */
  readonly path: readonly string[];
  readPage(
    gateway: Gateway,
    args: PagingArgs,
  ): Promise<{ page: Page | null; errors: GraphQLAnswer<object>['errors'] }>;
  /** All IDs in Beeper's order, read from the sandbox with the official SDK. */
  idsFromSDK(sandbox: Sandbox): Promise<string[]>;
}

async function queryPage<Data, Variables>(
  gateway: Gateway,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  pageOf: (data: Data) => Page | null,
) {
  const { data, errors } = await gateway.query(document, variables);
  return { page: data ? pageOf(data) : null, errors };
}

async function collectIDs(items: AsyncIterable<{ id: string }>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of items) ids.push(id);
  return ids;
}

export const chats: PagedList = {
  name: 'chats',
  route: 'GET /v1/chats',
  path: ['chats'],
  readPage: (gateway, args) => queryPage(gateway, ChatEdges, args, (data) => data.chats),
  idsFromSDK: async (sandbox) => collectIDs(await sdk5(sandbox).chats.list()),
};

/** Messages of the chat with the longest history. */
export const messages: PagedList = {
  name: 'messages',
  route: 'GET /v1/chats/{chatID}/messages',
  path: ['chat', 'messages'],
  readPage: (gateway, args) =>
    queryPage(
      gateway,
      Messages,
      { chatID: seedChatIDs.longHistory, ...args },
      (data) => data.chat?.messages ?? null,
    ),
  idsFromSDK: async (sandbox) => collectIDs(await sdk5(sandbox).messages.list(seedChatIDs.longHistory)),
};

/** Contacts of the WhatsApp account. */
export const contacts: PagedList = {
  name: 'contacts',
  route: 'GET /v1/accounts/{accountID}/contacts/list',
  path: ['contacts'],
  readPage: (gateway, args) =>
    queryPage(gateway, ContactEdges, { accountID: whatsapp, ...args }, (data) => data.contacts),
  idsFromSDK: async (sandbox) => collectIDs(await sdk5(sandbox).accounts.contacts.list(whatsapp)),
};

export const searchChats: PagedList = {
  name: 'searchChats',
  route: 'GET /v1/chats/search',
  path: ['searchChats'],
  readPage: (gateway, args) => queryPage(gateway, SearchEdges, args, (data) => data.searchChats),
  idsFromSDK: async (sandbox) => collectIDs(await sdk5(sandbox).chats.search()),
};

/** Messages of the chat with the longest history, found by a search. */
export const searchMessages: PagedList = {
  name: 'searchMessages',
  route: 'GET /v1/messages/search',
  path: ['searchMessages'],
  readPage: (gateway, args) =>
    queryPage(
      gateway,
      FoundMessageEdges,
      { filter: { chatIDs: [seedChatIDs.longHistory] }, ...args },
      (data) => data.searchMessages,
    ),
  idsFromSDK: async (sandbox) =>
    collectIDs(await sdk5(sandbox).messages.search({ chatIDs: [seedChatIDs.longHistory] })),
};

export const lists: readonly PagedList[] = [chats, messages, contacts, searchChats, searchMessages];

export const idsOf = (page: Page | null): string[] =>
  page?.edges.flatMap(({ node }) => (node ? [node.id] : [])) ?? [];

/** Reads the list in pages of `first` items. @throws {Error} if it does not end within 500 pages. */
export async function readAllIDs(list: PagedList, gateway: Gateway, first: number): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (let turn = 0; turn < 500; turn++) {
    const { page } = await list.readPage(gateway, { first, after });
    if (!page) throw new Error('The list can’t be read');
    ids.push(...idsOf(page));
    if (!page.pageInfo.hasNextPage) return ids;
    after = page.pageInfo.endCursor;
  }
  throw new Error('The list does not end');
}

/** @returns the cursor of the item at position `count`, counted from 1. */
export async function cursorAfter(list: PagedList, gateway: Gateway, count: number): Promise<string> {
  let after: string | null = null;
  for (let left = count; left > 0; left -= 200) {
    const { page } = await list.readPage(gateway, { first: Math.min(left, 200), after });
    after = page?.pageInfo.endCursor ?? null;
  }
  if (after === null) throw new Error('The list is empty');
  return after;
}

/** Deletes all but the newest `length` messages of the longest history. @returns them, oldest first. */
export function keepLastMessages(sandbox: Sandbox, length: number) {
  const found = sandbox.chats.get(seedChatIDs.longHistory)?.messages ?? [];
  found.splice(0, found.length - length);
  return found;
}

/** A pair whose longest list is slightly longer than the maximum page size. */
export async function startPairWithShortHistory(
  options: Parameters<typeof startPair>[0] = {},
): Promise<Pair> {
  const pair = await startPair(options);
  keepLastMessages(pair.sandbox, 210);
  return pair;
}

/** @returns the paths of all upstream calls, in order. */
export const upstreamPaths = (sandbox: Sandbox): string[] => sandbox.calls.map(({ path }) => path);
