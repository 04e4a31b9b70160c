import type { ApolloCache, Reference } from '@apollo/client';
import { graphql } from '../gql/index.ts';
import { placeOfChat } from './placement.ts';
import { changed, edgeTo, type ReadField, refOf, type StoredEdge, type StoredList } from './storedLists.ts';

/** Changes the list of chats in the cache. Chats themselves are written there by their IDs. */

const ChatPlaceFragment = graphql(`
  fragment ChatPlace on BeeperChat { lastActivity mergedInto { id } }
`);

/** Puts a chat that is in the cache into the list of chats, by its last activity. */
export function showChat(cache: ApolloCache, chatID: string): void {
  const ref = refOf('BeeperChat', chatID);
  const chat = cache.readFragment({ id: ref.__ref, fragment: ChatPlaceFragment });
  if (!chat) return;
  changeChats(cache, (list, readField) => {
    const edges = list.edges ?? [];
    const known = edges.find(({ node }) => node?.__ref === ref.__ref);
    const others = edges.filter((edge) => edge !== known);
    // Inboxes show the merged chat instead.
    if (chat.mergedInto) return others;
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

/** Takes a chat out of the list, and out of the page that shows it. */
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

/** @returns whether the cache has what lists show of a chat. */
export const isChatKnown = (cache: ApolloCache, chatID: string): boolean =>
  cache.readFragment({ id: refOf('BeeperChat', chatID).__ref, fragment: ChatPlaceFragment }) !== null;

/** Changes the list of chats, if it was read. */
function changeChats(
  cache: ApolloCache,
  change: (list: StoredList, readField: ReadField) => readonly StoredEdge[],
): void {
  cache.modify({
    fields: {
      chats: (list, { readField }) => changed(list, (known) => change(known, readField as ReadField)),
    },
  });
}
