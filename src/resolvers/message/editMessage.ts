import * as api from '../../beeper/messages/api.ts';
import type { Message } from '../../beeper/messages/wire.ts';
import type { Context } from '../../context.ts';
import { type ChangedMessage, changedMessage, changedMessagePaths } from './changeMessage.ts';
import { readableText, sameText } from './readableText.ts';

export interface EditMessageInput extends api.MessagePlace {
  readonly text: string;
}

/** Replaces the text of a message. */
export async function editMessage(
  { chatID, messageID, text }: EditMessageInput,
  context: Context,
): Promise<ChangedMessage> {
  const place = { chatID, messageID };
  const edited = await context.beeper.write({
    operation: 'editMessage',
    inputPaths: changedMessagePaths,
    ...api.editMessage(place, text),
  });
  return changedMessage(place, edited, (message) => showsText(message, text), context);
}

/** A text of nothing but marks, such as `***`, reads as nothing, and so does every other one. */
const showsText = (message: Message, text: string): boolean | null =>
  readableText(text) === '' ? null : sameText(text, message.text);
