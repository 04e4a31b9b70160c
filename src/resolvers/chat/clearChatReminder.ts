import * as api from '../../beeper/chatState/api.ts';
import type { Context } from '../../context.ts';
import { type ChangedChat, changeChat } from './changeChat.ts';

/** Takes the reminder of a chat away. */
export const clearChatReminder = (
  { chatID }: { readonly chatID: string },
  context: Context,
): Promise<ChangedChat> =>
  changeChat(
    chatID,
    api.clearChatReminder(chatID),
    { operation: 'clearChatReminder', shows: ({ reminder }) => reminder === null },
    context,
  );
