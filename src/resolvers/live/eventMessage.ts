import type { Chat } from '../../beeper/chats/wire.ts';
import type { Context } from '../../context.ts';
import type { ChatUpserted, MessageUpserted } from '../../live/events.ts';
import type { MessageInChat } from '../message/connectMessages.ts';
import { withoutChat } from '../message/message.ts';

/** The chats that were asked for beside the message of an event. */
const readings = new WeakMap<object, Promise<Chat | null>>();

/**
 * @returns the chat of an event; null where it is gone.
 * @throws {Failure} where it can't be read.
 */
export function eventChat(event: ChatUpserted | MessageUpserted): Promise<Chat | null> {
  const reading = event.chat();
  readings.set(event, reading);
  return reading;
}

/**
 * @returns the message of an event; null where it is gone. Its chat is only read where it is needed, by the event.
 * @throws {Failure} where it can't be read.
 */
export async function eventMessage(event: MessageUpserted, context: Context): Promise<MessageInChat | null> {
  const { chatID, messageID } = event;
  const found = await event.message();
  if (!found) return null;
  const sharedChat = { read: event.chat, begun: () => readings.get(event) ?? null };
  const isShared = found.chatID === null || found.chatID === chatID;
  const message = await withoutChat(found, chatID, context, isShared ? sharedChat : null);
  return message && { requestedID: messageID, ...(isShared && { sharedChat }), ...message };
}
