import type { Chat } from '../../beeper/chats/wire.ts';
import type { Context } from '../../context.ts';
import { chat as readChat } from '../chat/chat.ts';
import type { MessageInChat } from './connectMessages.ts';

/** The chats that are read for messages that came without theirs. */
const readings = new WeakMap<MessageInChat, Promise<Chat | null>>();

/**
 * @returns the chat that contains the message. Makes no upstream call where the message was read in that chat; null where
 * Beeper does not know the chat.
 */
export function messageChat(message: MessageInChat, context: Context): Chat | Promise<Chat | null> {
  const { chat } = message;
  const id = message.chatID ?? chat.id;
  // A merged chat returns the messages of its chats.
  if (!message.isChatUnknown && chat.id === id) return chat;
  const reading = message.sharedChat?.read() ?? readChat(id, context);
  readings.set(message, reading);
  return reading;
}

/** @returns the chat that contains the message, if it is there or read anyhow. Makes no upstream call. */
export async function knownChatOf(message: MessageInChat): Promise<Chat | null> {
  const { chat, chatID, isChatUnknown, sharedChat } = message;
  if (!isChatUnknown && (chatID ?? chat.id) === chat.id) return chat;
  // The fields of a message are resolved in turn: this lets `chat` begin its read.
  await null;
  // A failed read is reported by the field that reads.
  return (readings.get(message) ?? sharedChat?.begun())?.catch(() => null) ?? null;
}
