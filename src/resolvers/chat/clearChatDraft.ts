import { setChatField } from '../../beeper/chatState/api.ts';
import type { Context } from '../../context.ts';
import { type ChangedChat, changeChat } from './changeChat.ts';

/** Deletes the draft of a chat. */
export const clearChatDraft = (
  { chatID }: { readonly chatID: string },
  context: Context,
): Promise<ChangedChat> =>
  changeChat(
    chatID,
    setChatField(chatID, 'draft', null),
    {
      operation: 'clearChatDraft',
      inputPaths: { draft: ['input', 'chatID'] },
      shows: ({ draft }) => draft === null,
    },
    context,
  );
