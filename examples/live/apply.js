/**
 * Applies one event of `chatEvents` to what a page holds. Knows neither the network nor the page.
 *
 * Rules that make it this short:
 * - An event has the whole chat or message as it is, and says nothing of what it was: put it in the place of what has its
 *   ID. The same event twice does no harm, and the last one of each ID wins.
 * - Begin to read after `BeeperLiveStarted`, and hold back the events that arrive while you read until what you read is
 *   in place: an answer can be older than an event that arrives before it.
 * - Messages are kept only of chats that have an entry in `state.messages`: add an empty one when you begin to read the
 *   messages of a chat. A chat without one is read when it is opened.
 *
 * @param {State} state what the page holds; it is changed in place.
 * @param {LiveEvent} event with `__typename`, and with the fields that the page shows. What is not selected or could not be
 * read must be left out (`undefined`); null means that it is gone.
 * @returns {Reload | null} what the page has to read again: all of it where `chatIDs` is null.
 */
export function applyEvent(state, event) {
  switch (event.__typename) {
    case 'BeeperMessageUpserted':
      upsertMessage(state.messages.get(event.chatID), event);
      if (event.chat) state.chats.set(event.chatID, event.chat);
      return null;
    case 'BeeperMessageDeleted':
      state.messages.get(event.chatID)?.delete(event.messageID);
      return null;
    case 'BeeperChatUpserted':
      if (event.chat) state.chats.set(event.chatID, event.chat);
      else if (event.chat === null) removeChat(state, event.chatID);
      return null;
    case 'BeeperChatDeleted':
      removeChat(state, event.chatID);
      return null;
    case 'BeeperLiveStarted':
      return event.isResumed ? null : { chatIDs: null };
    case 'BeeperLiveGap':
      return event.needsReload ? { chatIDs: event.chatIDs } : null;
    default:
      // A type that is newer than this page.
      return null;
  }
}

/** @returns {State} a state without any chats. */
export const emptyState = () => ({ chats: new Map(), messages: new Map() });

/**
 * @param {Map<string, any> | undefined} messages
 * @param {{ messageID: string, message?: any }} event
 */
function upsertMessage(messages, { messageID, message }) {
  if (!messages || message === undefined) return;
  if (message === null) {
    messages.delete(messageID);
    return;
  }
  // A sent message has a pending ID first and its final one later. `sentWithKey` tells that both are the same message.
  if (message.sentWithKey) {
    for (const [id, { sentWithKey }] of messages) {
      if (sentWithKey === message.sentWithKey) messages.delete(id);
    }
  }
  messages.set(messageID, message);
}

/**
 * @param {State} state
 * @param {string} chatID
 */
function removeChat(state, chatID) {
  state.chats.delete(chatID);
  state.messages.delete(chatID);
}

/** @typedef {import('./apply.js').State} State */
/** @typedef {import('./apply.js').LiveEvent} LiveEvent */
/** @typedef {import('./apply.js').Reload} Reload */
