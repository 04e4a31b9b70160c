import { toWireMessage } from '../routes/wire/message.ts';
import { type App, isBeeper } from '../server/route.ts';
import { atLeast, sinceVersion } from '../server/version.ts';
import type { ChatChange } from '../world/changes.ts';
import type { Message, WorldChat } from '../world/model.ts';
import { isPendingID } from '../world/pendingIDs.ts';

/** An event without the fields that each socket adds. */
export interface ChatEvent {
  readonly type: 'chat.upserted' | 'chat.deleted' | 'message.upserted' | 'message.deleted';
  readonly chatID: string;
  /** Not in the API document. Running apps send it. */
  readonly accountID: string;
  /** IDs of messages, or that of the chat. */
  readonly ids: readonly string[];
  /** Complete messages. Only on `message.upserted`. */
  readonly entries?: readonly object[];
}

/**
 * Returns the events that tell of a change. Nothing tells of an iMessage chat, or of a merged chat before there were any.
 *
 * @param tellsReplaced whether `message.deleted` tells that a pending message has another ID now.
 */
export function eventsOf(change: ChatChange, app: App, tellsReplaced: boolean): ChatEvent[] {
  const { chat, chatIs } = change;
  if (app.world.account(chat.accountID)?.bridge.type === 'imessage') return [];
  if (chat.merge && !atLeast(app.version, sinceVersion.mergedChats)) return [];
  const chatEvent =
    chatIs && eventOf(chat, chatIs === 'deleted' ? 'chat.deleted' : 'chat.upserted', [chat.id]);
  const messageEvents = isBeeper(app)
    ? eventsOfMessages(change, app, tellsReplaced)
    : eventsElsewhere(change, app);
  if (!chatEvent) return messageEvents;
  return chatIs === 'new' ? [chatEvent, ...messageEvents] : [...messageEvents, chatEvent];
}

function eventsOfMessages(change: ChatChange, app: App, tellsReplaced: boolean): ChatEvent[] {
  const { chat, upserted, removed, replacedIDs } = change;
  const goneIDs = [...removed.map(({ id }) => id), ...(tellsReplaced ? replacedIDs : [])];
  return [
    ...upsertsOf(chat, upserted, (message) => toWireMessage(message, app.version)),
    ...(goneIDs.length > 0 ? [eventOf(chat, 'message.deleted', goneIDs)] : []),
  ];
}

/**
 * Other servers of the API do not know the sort keys of the messages in events, and do not tell of pending messages. A
 * deletion is the message before it again, and then the event of the deletion.
 */
function eventsElsewhere({ chat, upserted, removed }: ChatChange, app: App): ChatEvent[] {
  const toEntry = (message: Message) => ({ ...toWireMessage(message, app.version), sortKey: '-1' });
  const shown = upserted.filter(({ id, isDeleted }) => !isPendingID(id) && !isDeleted);
  const deleted = [...removed, ...upserted.filter(({ isDeleted }) => isDeleted)];
  return [
    ...upsertsOf(chat, shown, toEntry),
    ...deleted.flatMap((message) => {
      const before = chat.messages.findLast((one) => one.sortKey < message.sortKey && !one.isDeleted);
      return [
        ...upsertsOf(chat, before ? [before] : [], toEntry),
        eventOf(chat, 'message.deleted', [message.id]),
      ];
    }),
  ];
}

function upsertsOf(
  chat: WorldChat,
  messages: readonly Message[],
  toEntry: (message: Message) => object,
): ChatEvent[] {
  if (messages.length === 0) return [];
  const ids = messages.map(({ id }) => id);
  return [{ ...eventOf(chat, 'message.upserted', ids), entries: messages.map(toEntry) }];
}

function eventOf(chat: WorldChat, type: ChatEvent['type'], ids: readonly string[]): ChatEvent {
  return { type, chatID: chat.id, accountID: chat.accountID, ids };
}
