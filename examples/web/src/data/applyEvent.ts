import type { ApolloCache } from '@apollo/client';
import type { GraphQLFormattedError } from 'graphql';
import { type ChatEvent, ChatEvents } from './chatEvents.ts';
import { hideChat, isChatKnown, mergedChatOf, showChat } from './chatLists.ts';
import { hideMessage, isLastMessage, isMessageKnown, showMessage } from './messageLists.ts';

/** What has to be read again. */
export type ToRead = 'everything' | readonly ChatToRead[];

interface ChatToRead {
  readonly chatID: string;
  /** Whether its messages are meant, too, and not only what the inbox shows. */
  readonly withMessages: boolean;
}

/** More chats than these are read as a whole list. */
const maxChats = 10;

/**
 * Brings the cache to the state that an event tells. An event has the whole chat or message as it is, so that the same event
 * twice does no harm.
 *
 * @param failed of `failedFields`. What is in the cache is kept there.
 */
export function applyEvent(
  cache: ApolloCache,
  event: ChatEvent,
  failed: ReadonlySet<string> = new Set(),
): ToRead {
  let toRead: ToRead = [];
  cache.batch({
    update(batch) {
      batch.write({
        dataId: 'ROOT_SUBSCRIPTION',
        query: batch.transformDocument(ChatEvents),
        result: { chatEvents: withoutFailed(batch, event, failed) },
      });
      toRead = changeLists(batch, event, failed);
    },
  });
  return toRead;
}

function changeLists(cache: ApolloCache, event: ChatEvent, failed: ReadonlySet<string>): ToRead {
  switch (event.__typename) {
    case 'BeeperMessageUpserted': {
      const { chatID, messageID } = event;
      if (event.chat) showChat(cache, chatID);
      if (event.message) showMessage(cache, event.message.id);
      else if (!failed.has('message')) hideMessage(cache, chatID, messageID);
      return [...again(chatID, failed), ...mergedChat(cache, chatID)];
    }
    case 'BeeperMessageDeleted': {
      const { chatID, messageID } = event;
      hideMessage(cache, chatID, messageID);
      // The inbox shows the one before, which the event does not tell.
      return isLastMessage(cache, chatID, messageID) ? [{ chatID, withMessages: false }] : [];
    }
    case 'BeeperChatUpserted': {
      const { chatID } = event;
      if (event.chat) showChat(cache, chatID);
      else if (!failed.has('chat')) hideChat(cache, chatID);
      return [...again(chatID, failed), ...mergedChat(cache, chatID)];
    }
    case 'BeeperChatDeleted':
      hideChat(cache, event.chatID);
      return [];
    case 'BeeperLiveStarted':
      return event.isResumed ? [] : 'everything';
    case 'BeeperLiveGap': {
      if (!event.needsReload) return [];
      if (!event.chatIDs || event.chatIDs.length > maxChats) return 'everything';
      return event.chatIDs.map((chatID) => ({ chatID, withMessages: true }));
    }
    case 'BeeperLiveEnded':
      return [];
    default:
      event satisfies never;
      // A type that is newer than this page.
      return [];
  }
}

/** @returns which fields of an event could not be read, or something in them: `message` or `chat`. */
export const failedFields = (errors: readonly GraphQLFormattedError[]): ReadonlySet<string> =>
  new Set(errors.map(({ path }) => String(path?.[1])));

/** Leaves out what would put nulls in the place of what is known. */
function withoutFailed(cache: ApolloCache, event: ChatEvent, failed: ReadonlySet<string>): ChatEvent {
  if (failed.size === 0 || !('chat' in event)) return event;
  const keptChat = failed.has('chat') && isChatKnown(cache, event.chatID);
  if (event.__typename === 'BeeperChatUpserted') return keptChat ? { ...event, chat: null } : event;
  const keptMessage = failed.has('message') && isMessageKnown(cache, event.messageID);
  return { ...event, ...(keptChat && { chat: null }), ...(keptMessage && { message: null }) };
}

const again = (chatID: string, failed: ReadonlySet<string>): ChatToRead[] =>
  failed.size > 0 ? [{ chatID, withMessages: failed.has('message') }] : [];

/** An event names the chat that is part of a merged chat. What the inbox shows of the merged one is not in it. */
function mergedChat(cache: ApolloCache, chatID: string): ChatToRead[] {
  const merged = mergedChatOf(cache, chatID);
  return merged === null ? [] : [{ chatID: merged, withMessages: false }];
}
