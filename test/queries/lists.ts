import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type Sandbox, SEED_CHAT_IDS } from '../../src/sandbox/index.ts';
import { sdk5 } from '../sandbox/clients.ts';
import type { Gateway, GraphQLAnswer } from '../support/gateway.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { whatsapp } from '../support/people.ts';
import { ChatEdges, ContactEdges, Messages, SearchEdges } from '../support/readingDocuments.ts';

/** The paging arguments as a client may send them, wrong ones included. */
export interface Paging {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

export interface Part {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } | null }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** One of the lists that can be paged through. */
export interface List {
  readonly name: 'chats' | 'messages' | 'contacts' | 'searchChats';
  /** Where the sandbox serves it. */
  readonly route:
    | 'GET /v1/chats'
    | 'GET /v1/chats/search'
    | 'GET /v1/chats/{chatID}/messages'
    | 'GET /v1/accounts/{accountID}/contacts/list';
  /** The list's path in the answer. */
  readonly path: readonly string[];
  /** Asks for a part of it. */
  ask(
    gateway: Gateway,
    paging: Paging,
  ): Promise<{ part: Part | null; errors: GraphQLAnswer<object>['errors'] }>;
  /** All IDs in Beeper's own order, as the official SDK reads them. */
  inOrder(sandbox: Sandbox): Promise<string[]>;
}

async function asked<Data, Variables>(
  gateway: Gateway,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  partOf: (data: Data) => Part | null,
) {
  const { data, errors } = await gateway.query(document, variables);
  return { part: data ? partOf(data) : null, errors };
}

async function idsOf(items: AsyncIterable<{ id: string }>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of items) ids.push(id);
  return ids;
}

export const chats: List = {
  name: 'chats',
  route: 'GET /v1/chats',
  path: ['chats'],
  ask: (gateway, paging) => asked(gateway, ChatEdges, paging, (data) => data.chats),
  inOrder: async (sandbox) => idsOf(await sdk5(sandbox).chats.list()),
};

/** Of the long chat. */
export const messages: List = {
  name: 'messages',
  route: 'GET /v1/chats/{chatID}/messages',
  path: ['chat', 'messages'],
  ask: (gateway, paging) =>
    asked(
      gateway,
      Messages,
      { chatID: SEED_CHAT_IDS.longHistory, ...paging },
      (data) => data.chat?.messages ?? null,
    ),
  inOrder: async (sandbox) => idsOf(await sdk5(sandbox).messages.list(SEED_CHAT_IDS.longHistory)),
};

/** Of WhatsApp. */
export const contacts: List = {
  name: 'contacts',
  route: 'GET /v1/accounts/{accountID}/contacts/list',
  path: ['contacts'],
  ask: (gateway, paging) =>
    asked(gateway, ContactEdges, { accountID: whatsapp, ...paging }, (data) => data.contacts),
  inOrder: async (sandbox) => idsOf(await sdk5(sandbox).accounts.contacts.list(whatsapp)),
};

export const searchChats: List = {
  name: 'searchChats',
  route: 'GET /v1/chats/search',
  path: ['searchChats'],
  ask: (gateway, paging) => asked(gateway, SearchEdges, paging, (data) => data.searchChats),
  inOrder: async (sandbox) => idsOf(await sdk5(sandbox).chats.search()),
};

export const lists: readonly List[] = [chats, messages, contacts, searchChats];

export const idsIn = (part: Part | null): string[] =>
  part?.edges.flatMap(({ node }) => (node ? [node.id] : [])) ?? [];

/** Reads the whole list by `endCursor`, `first` items at a time; a list that does not end is left after 500 parts. */
export async function walk(list: List, gateway: Gateway, first: number): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (let turn = 0; turn < 500; turn++) {
    const { part } = await list.ask(gateway, { first, after });
    if (!part) throw new Error('The list can’t be read');
    ids.push(...idsIn(part));
    if (!part.pageInfo.hasNextPage) return ids;
    after = part.pageInfo.endCursor;
  }
  throw new Error('The list does not end');
}

/** @returns the cursor behind the first `count` items, which are read in parts of up to 200. */
export async function cursorBehind(list: List, gateway: Gateway, count: number): Promise<string> {
  let after: string | null = null;
  for (let left = count; left > 0; left -= 200) {
    const { part } = await list.ask(gateway, { first: Math.min(left, 200), after });
    after = part?.pageInfo.endCursor ?? null;
  }
  if (after === null) throw new Error('The list is empty');
  return after;
}

/** The long chat's messages, oldest first, of which all but the last `length` are forgotten. */
export function shorten(sandbox: Sandbox, length: number) {
  const found = sandbox.chats.get(SEED_CHAT_IDS.longHistory)?.messages ?? [];
  found.splice(0, found.length - length);
  return found;
}

/** A pair whose longest list is a little longer than the most that can be asked for at once. */
export async function startLists(options: Parameters<typeof startPair>[0] = {}): Promise<Pair> {
  const pair = await startPair(options);
  shorten(pair.sandbox, 210);
  return pair;
}

/** The paths of all that was asked of Beeper, in order. */
export const pathsTo = (sandbox: Sandbox): string[] => sandbox.calls.map(({ path }) => path);
