import { archiveChat } from '../../beeper/chats/api.ts';
import type { Context } from '../../context.ts';
import type { WrittenChat } from './writtenChat.ts';

export interface SetChatArchivedInput {
  readonly chatID: string;
  readonly isArchived: boolean;
}

/** Moves a chat to the archive or back. */
export async function setChatArchived(
  { chatID, isArchived }: SetChatArchivedInput,
  { beeper }: Context,
): Promise<WrittenChat> {
  const { answer, ...written } = await beeper.write({
    ...archiveChat(chatID, isArchived),
    operation: 'setChatArchived',
    inputPaths: () => ({
      chatID: ['input', 'chatID'],
      archived: ['input', 'isArchived'],
      isArchived: ['input', 'isArchived'],
    }),
  });
  return { chatID: written.chatID ?? chatID, isInputID: written.chatID === null, answer };
}
