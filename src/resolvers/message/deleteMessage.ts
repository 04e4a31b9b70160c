import * as api from '../../beeper/messages/api.ts';
import type { Message } from '../../beeper/messages/wire.ts';
import type { Context } from '../../context.ts';
import { changedMessagePaths } from './changeMessage.ts';
import { messageIn } from './writtenMessage.ts';

export type DeleteScope = 'EVERYONE' | 'ME';

export interface DeleteMessageInput extends api.MessagePlace {
  readonly scope: DeleteScope;
}

export interface DeletedMessage extends DeleteMessageInput {
  /** Null where Beeper's answer does not show the message. */
  readonly confirmed: boolean | null;
}

/** Deletes a message, for everyone or only for the caller. */
export async function deleteMessage(
  { chatID, messageID, scope }: DeleteMessageInput,
  context: Context,
): Promise<DeletedMessage> {
  const { answer, ...named } = await context.beeper.write({
    operation: 'deleteMessage',
    inputPaths: () => ({ ...changedMessagePaths(), forEveryone: ['input', 'scope'] }),
    ...api.deleteMessage({ chatID, messageID }, scope === 'EVERYONE'),
  });
  const shown = messageIn(answer, messageID, context);
  return {
    chatID: named.chatID ?? chatID,
    messageID: named.messageID ?? messageID,
    scope,
    // Deleted for oneself, a message is gone, which no message shows.
    confirmed: scope === 'EVERYONE' ? shown && showsDeletion(shown) : null,
  };
}

const showsDeletion = ({ isDeleted, text, attachments }: Message): boolean | null =>
  isDeleted ?? (text !== null || attachments?.length ? false : null);
