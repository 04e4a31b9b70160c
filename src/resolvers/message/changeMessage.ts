import type { ChangedMessage as Changed, MessagePlace } from '../../beeper/messages/api.ts';
import type { Message } from '../../beeper/messages/wire.ts';
import type { Context } from '../../context.ts';
import { type Confirmation, confirmation } from '../confirmation.ts';
import { messageIn, type WrittenMessage } from './writtenMessage.ts';

/** The payload of a mutation that changed a message. */
export interface ChangedMessage extends WrittenMessage, Pick<Confirmation<Message>, 'confirmed'> {}

/** Where Beeper's fields are in the caller's input. */
export const changedMessagePaths = () => ({
  chatID: ['input', 'chatID'],
  messageID: ['input', 'messageID'],
  text: ['input', 'text'],
  reactionKey: ['input', 'reactionKey'],
});

/**
 * @param asked the IDs in the caller's input.
 * @param shows whether a message shows the change; null where it does not tell.
 */
export function changedMessage(
  asked: MessagePlace,
  { answer, ...named }: Changed & { readonly answer: unknown },
  shows: (message: Message) => boolean | null,
  context: Context,
): ChangedMessage {
  const chatID = named.chatID ?? asked.chatID;
  const messageID = named.messageID ?? asked.messageID;
  const place = { chatID, messageID, answer };
  return { ...place, ...confirmation(messageIn(answer, messageID, context), shows) };
}
