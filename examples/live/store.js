import { applyEvent, emptyState } from './apply.js';
import { conversation, inbox } from './documents.js';

/**
 * Holds what the page shows: reads it, and applies events to it.
 *
 * @param {object} options
 * @param {(query: string, variables?: object) => Promise<any>} options.ask returns `data`, or throws
 * @param {() => void} options.onChange
 */
export function createStore({ ask, onChange }) {
  const state = emptyState();
  /** Of chats with more messages than were read: when the oldest message was sent that was. */
  const readSince = new Map();
  /** @type {string | null} */
  let openID = null;
  let wanted = nothing();
  let isReading = false;
  /** Results that arrived while something was read. */
  const held = [];

  /** The chats whose messages a conversation consists of: several for a merged chat. */
  const chatIDsOf = (chatID) => [chatID, ...(state.chats.get(chatID)?.merge?.chatIDs ?? [])];
  const isShown = (chatID) => openID !== null && chatIDsOf(openID).includes(chatID);

  /** Applies a result of `chatEvents`, now or once everything is read. */
  function take(result) {
    if (isReading) {
      held.push(result);
      return;
    }
    const event = { ...result.data.chatEvents };
    for (const { path } of result.errors ?? []) {
      // Null because it could not be read, not because it is gone: leave it out, and read it in a moment.
      delete event[path?.[1]];
      reload({ chatIDs: event.chatID ? [event.chatID] : null });
    }
    const again = applyEvent(state, event);
    if (again) reload(again);
    onChange();
  }

  /** @param {import('./apply.js').Reload} what */
  function reload({ chatIDs }) {
    if (chatIDs === null || chatIDs.length > 10) wanted.all = true;
    else for (const chatID of chatIDs) wanted.chats.add(isShown(chatID) ? openID : chatID);
    if (!isReading) readWanted();
  }

  async function readWanted() {
    isReading = true;
    for (let failures = 0; wanted.all || wanted.chats.size > 0; ) {
      const { all, chats } = wanted;
      wanted = nothing();
      try {
        await (all ? readAll() : Promise.all([...chats].map(readChat)));
        failures = 0;
      } catch {
        wanted = { all: all || wanted.all, chats: new Set([...chats, ...wanted.chats]) };
        await new Promise((resolve) => setTimeout(resolve, Math.min(5_000, 500 * 2 ** failures++)));
      }
    }
    isReading = false;
    for (const result of held.splice(0)) take(result);
    onChange();
  }

  async function readAll() {
    const [{ chats }] = await Promise.all([ask(inbox), openID && readChat(openID)]);
    const open = openID && state.chats.get(openID);
    for (const chatID of state.messages.keys()) if (!isShown(chatID)) state.messages.delete(chatID);
    state.chats.clear();
    for (const chat of [...chats.nodes, ...(open ? [open] : [])]) state.chats.set(chat.id, chat);
  }

  /** Its messages only if they are shown: others are read when the chat is opened. */
  async function readChat(id) {
    const isOpen = id === openID;
    const { chat } = await ask(conversation, { id, isOpen });
    for (const chatID of chatIDsOf(id)) state.messages.delete(chatID);
    if (!chat) {
      state.chats.delete(id);
      return;
    }
    const { messages, ...parts } = chat;
    state.chats.set(id, parts);
    if (!isOpen) return;
    for (const chatID of chatIDsOf(id)) state.messages.set(chatID, new Map());
    for (const message of messages.nodes) state.messages.get(message.chatID)?.set(message.id, message);
    readSince.set(id, messages.pageInfo.hasNextPage ? messages.nodes.at(-1).timestamp : '');
  }

  return {
    take,
    reload,
    /** @param {string} chatID */
    open(chatID) {
      openID = chatID;
      // The messages of a chat that was open before are up to date: events go on to be applied to them.
      if (!chatIDsOf(chatID).every((id) => state.messages.has(id))) reload({ chatIDs: [chatID] });
      onChange();
    },
    /** Shows a message that is on its way. The sent one takes its place, because it has the same `sentWithKey`. */
    addOwn(chatID, message) {
      state.messages.get(chatID)?.set(message.id, message);
      onChange();
    },
    removeOwn(chatID, id) {
      state.messages.get(chatID)?.delete(id);
      onChange();
    },
    /** Newest activity first. A chat that is part of a merged one is not shown by itself. */
    inbox: () =>
      [...state.chats.values()]
        .filter(({ mergedInto }) => !mergedInto)
        .sort((a, b) => compare(b.lastActivity, a.lastActivity) || compare(a.id, b.id)),
    openChat: () => state.chats.get(openID),
    /** Oldest first, from the oldest that was read: an event can be about a message far above. */
    messages: () =>
      chatIDsOf(openID)
        .flatMap((chatID) => [...(state.messages.get(chatID)?.values() ?? [])])
        .filter(({ isHidden, timestamp }) => !isHidden && compare(timestamp, readSince.get(openID)) >= 0)
        .sort((a, b) => compare(a.timestamp, b.timestamp) || compare(a.id, b.id)),
  };
}

/** @returns {{ all: boolean, chats: Set<string> }} */
const nothing = () => ({ all: false, chats: new Set() });

/** Of ISO times or IDs; none comes first. */
const compare = (a, b) => ((a ?? '') < (b ?? '') ? -1 : Number((a ?? '') > (b ?? '')));
