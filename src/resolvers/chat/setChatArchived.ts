import { archiveChat } from '../../beeper/chatState/api.ts';
import type { Context } from '../../context.ts';
import { type ChangedChat, changeChat } from './changeChat.ts';

export interface SetChatArchivedInput {
  readonly chatID: string;
  readonly isArchived: boolean;
}

/** Moves a chat to the archive or back. */
export const setChatArchived = (
  { chatID, isArchived }: SetChatArchivedInput,
  context: Context,
): Promise<ChangedChat> =>
  changeChat(
    chatID,
    archiveChat(chatID, isArchived),
    {
      operation: 'setChatArchived',
      inputPaths: { archived: ['input', 'isArchived'], isArchived: ['input', 'isArchived'] },
      shows: (chat) => (chat.isArchived === null ? null : chat.isArchived === isArchived),
    },
    context,
  );
