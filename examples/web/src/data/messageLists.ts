import type { ApolloCache } from '@apollo/client';
import { graphql } from '../gql/index.ts';
import { mergedChatOf } from './chatLists.ts';
import { placeOfMessage } from './placement.ts';
import { changed, edgeTo, type ReadField, refOf, type StoredEdge, type StoredList } from './storedLists.ts';

/** Changes the lists of messages in the cache. Messages themselves are written there by their IDs. */

const MessagePlaceFragment = graphql(`
  fragment MessagePlace on BeeperMessage { chatID sortKey timestamp isHidden sentWithKey }
`);

const LastMessageFragment = graphql(`
  fragment LastMessageID on BeeperChat { lastMessage { id } }
`);

const EdgesFragment = graphql(`
  fragment ShownMessages on BeeperChat { messages { edges { node { id sentWithKey } } } }
`);

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

/** @returns whether the cache has what lists show of a message. */
export const isMessageKnown = (cache: ApolloCache, messageID: string): boolean =>
  cache.readFragment({ id: refOf('BeeperMessage', messageID).__ref, fragment: MessagePlaceFragment }) !==
  null;

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
