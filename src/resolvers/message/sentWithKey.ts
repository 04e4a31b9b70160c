import type { Context } from '../../context.ts';
import type { MessageInChat } from './connectMessages.ts';
import { hasFiles, messageName, subjectOf } from './lookForMessage.ts';
import { readableStored } from './readableText.ts';

/**
 * @returns the idempotency key that the caller sent the message with, within 24 hours; null where there is none, or that is
 * not certain. Makes no upstream call.
 */
export function sentWithKey(
  message: MessageInChat,
  { sentKeys }: Context,
): Promise<string | null> | string | null {
  const { id, requestedID, knownKey, isSender, text, timestamp } = message;
  if (knownKey) return knownKey;
  if (!isSender) return null;
  const chatID = message.chatID ?? message.chat.id;
  return sentKeys().keyOf({
    subject: subjectOf(chatID, hasFiles(message), readableStored(text)),
    names: [messageName(chatID, id), ...(requestedID ? [messageName(chatID, requestedID)] : [])],
    at: timestamp?.getTime() ?? null,
  });
}
