import type { ApolloCache, Reference } from '@apollo/client';
import { graphql } from '../gql/index.ts';
import type { Connection, Edge } from './pages.ts';
import { placeOfChat, placeOfMessage } from './placement.ts';

/** Changes the lists in the cache. Chats and messages themselves are written there by their IDs. */

const ChatPlaceFragment = graphql(`
  fragment ChatPlace on BeeperChat { lastActivity mergedInto { id } }
`);

const MessagePlaceFragment = graphql(`
  fragment MessagePlace on BeeperMessage { chatID sortKey timestamp isHidden sentWithKey }
`);

const LastMessageFragment = graphql(`
  fragment LastMessageID on BeeperChat { lastMessage { id } }
`);

const EdgesFragment = graphql(`
  fragment ShownMessages on BeeperChat { messages { edges { node { id sentWithKey } } } }
`);

interface StoredEdge extends Edge {
  readonly __typename: string;
  readonly node: Reference | null;
}

type StoredList = Connection<StoredEdge>;

/** Puts a message that is in the cache into the conversations that show its chat, if they were read. */
export function showMessage(cache: ApolloCache, messageID: string): void {
  const ref = refOf('BeeperMessage', messageID);
  const message = cache.readFragment({ id: ref.__ref, fragment: MessagePlaceFragment });
  if (!message) return;
  changeMessages(cache, message.chatID, (list, readField) => {
    const read = <T>(name: string, { node }: StoredEdge) => (readField(name, node ?? undefined) ?? null) as T;
    // A sent message has a pending ID first and its final one later. `sentWithKey` tells that both are the same message.
    const isAlike = (edge: StoredEdge) =>
      edge.node?.__ref !== ref.__ref &&
      message.sentWithKey !== null &&
      read('sentWithKey', edge) === message.sentWithKey;
    const others = (list.edges ?? []).filter((edge) => !isAlike(edge));
    if (message.isHidden) return others.filter(({ node }) => node?.__ref !== ref.__ref);
    if (others.some(({ node }) => node?.__ref === ref.__ref)) return others;
    const places = others.map((edge) => ({
      chatID: read<string>('chatID', edge),
      sortKey: read<string | null>('sortKey', edge),
      timestamp: read<string | null>('timestamp', edge),
    }));
    const at = placeOfMessage(places, message, list.pageInfo?.hasNextPage === false);
    return at === null ? others : others.toSpliced(at, 0, edgeTo('BeeperMessageEdge', ref));
  });
}

/** Takes a message out of the conversations that show it. */
export function hideMessage(cache: ApolloCache, chatID: string, messageID: string): void {
  const { __ref } = refOf('BeeperMessage', messageID);
  changeMessages(cache, chatID, ({ edges = [] }) => edges.filter(({ node }) => node?.__ref !== __ref));
}

/** Puts a chat that is in the cache into the lists of chats, by its last activity. */
export function showChat(cache: ApolloCache, chatID: string): void {
  const ref = refOf('BeeperChat', chatID);
  const chat = cache.readFragment({ id: ref.__ref, fragment: ChatPlaceFragment });
  if (!chat) return;
  changeChats(cache, (list, readField, args) => {
    const edges = list.edges ?? [];
    const known = edges.find(({ node }) => node?.__ref === ref.__ref);
    const others = edges.filter((edge) => edge !== known);
    // Inboxes show the merged chat instead.
    if (chat.mergedInto && args.merged !== 'ALL' && !args.accountIDs) return others;
    if (!known && args.accountIDs && !args.accountIDs.includes(readField('accountID', ref) as string))
      return edges;
    const times = others.map(
      ({ node }) => (readField('lastActivity', node ?? undefined) ?? null) as string | null,
    );
    const at = placeOfChat(times, chat.lastActivity, list.pageInfo?.hasNextPage === false);
    return at === null ? others : others.toSpliced(at, 0, known ?? edgeTo('BeeperChatEdge', ref));
  });
  // It was there before, and gone meanwhile.
  cache.modify({
    fields: {
      chat: (existing, { storeFieldName }) =>
        existing === null && storeFieldName === `chat(${JSON.stringify({ id: chatID })})` ? ref : existing,
    },
  });
}

/** Takes a chat out of the lists, and out of the page that shows it. */
export function hideChat(cache: ApolloCache, chatID: string): void {
  const { __ref } = refOf('BeeperChat', chatID);
  changeChats(cache, ({ edges = [] }) => edges.filter(({ node }) => node?.__ref !== __ref));
  cache.modify({
    fields: { chat: (existing: Reference | null) => (existing?.__ref === __ref ? null : existing) },
  });
}

/** @returns the ID of the merged chat that a chat is part of. */
export function mergedChatOf(cache: ApolloCache, chatID: string): string | null {
  const { __ref } = refOf('BeeperChat', chatID);
  return cache.readFragment({ id: __ref, fragment: ChatPlaceFragment })?.mergedInto?.id ?? null;
}

/** @returns whether the inbox shows this message as the last one of its chat. */
export function isLastMessage(cache: ApolloCache, chatID: string, messageID: string): boolean {
  const { __ref } = refOf('BeeperChat', chatID);
  return cache.readFragment({ id: __ref, fragment: LastMessageFragment })?.lastMessage?.id === messageID;
}

/** @returns the messages of a conversation that were read. Empty if none were. */
export function messagesIn(
  cache: ApolloCache,
  chatID: string,
): readonly { readonly id: string; readonly sentWithKey: string | null }[] {
  const { __ref } = refOf('BeeperChat', chatID);
  const chat = cache.readFragment({ id: __ref, fragment: EdgesFragment });
  return chat?.messages?.edges.map(({ node }) => node) ?? [];
}

/** Forgets the messages of a chat, so that they are read again when it is opened. */
export function forgetMessages(cache: ApolloCache, chatID: string): void {
  cache.evict({ id: refOf('BeeperChat', chatID).__ref, fieldName: 'messages' });
}

/** @returns whether the cache has something of an object. */
export const isKnown = (cache: ApolloCache, typename: 'BeeperChat' | 'BeeperMessage', id: string): boolean =>
  typename === 'BeeperChat'
    ? cache.readFragment({ id: refOf(typename, id).__ref, fragment: ChatPlaceFragment }) !== null
    : cache.readFragment({ id: refOf(typename, id).__ref, fragment: MessagePlaceFragment }) !== null;

const refOf = (typename: 'BeeperChat' | 'BeeperMessage', id: string): Reference => ({
  __ref: `${typename}:${id}`,
});

/** Without a cursor: pages go on after edges that came with a page. */
const edgeTo = (__typename: string, node: Reference): StoredEdge => ({ __typename, cursor: '', node });

type ReadField = (fieldName: string, from?: Reference) => unknown;

/** Changes the messages of a chat and of the merged chat that it is part of, where they were read. */
function changeMessages(
  cache: ApolloCache,
  chatID: string,
  change: (list: StoredList, readField: ReadField) => readonly StoredEdge[],
): void {
  for (const id of [chatID, mergedChatOf(cache, chatID)]) {
    if (id === null) continue;
    cache.modify({
      id: refOf('BeeperChat', id).__ref,
      fields: {
        messages: (list, { readField }) => changed(list, (known) => change(known, readField as ReadField)),
      },
    });
  }
}

interface ChatsArgs {
  readonly accountIDs?: readonly string[] | null;
  readonly merged?: string | null;
}

/** Changes each list of chats that was read. */
function changeChats(
  cache: ApolloCache,
  change: (list: StoredList, readField: ReadField, args: ChatsArgs) => readonly StoredEdge[],
): void {
  cache.modify({
    fields: {
      chats: (list, { readField, storeFieldName }) =>
        changed(list, (known) => change(known, readField as ReadField, argsOf(storeFieldName))),
    },
  });
}

/** The arguments in the name under which Apollo Client stores a field, such as `chats:{"merged":"ALL"}`. */
const argsOf = (storeFieldName: string): ChatsArgs =>
  JSON.parse(storeFieldName.slice(storeFieldName.indexOf(':') + 1));

/** The same object where nothing changes, so that nothing is rendered. */
function changed(
  list: StoredList | null,
  change: (list: StoredList) => readonly StoredEdge[],
): StoredList | null {
  if (!list?.edges) return list;
  const edges = change(list);
  const isSame = edges.length === list.edges.length && edges.every((edge, at) => edge === list.edges?.[at]);
  return isSame ? list : { ...list, edges };
}
