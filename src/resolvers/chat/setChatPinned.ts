import { setChatField } from '../../beeper/chatState/api.ts';
import type { Context } from '../../context.ts';
import { type ChangedChat, changeChat } from './changeChat.ts';
import { isShown } from './isShown.ts';

export interface SetChatPinnedInput {
  readonly chatID: string;
  readonly isPinned: boolean;
}

/** Pins a chat to the top of the inbox, or unpins it. */
export const setChatPinned = (
  { chatID, isPinned }: SetChatPinnedInput,
  context: Context,
): Promise<ChangedChat> =>
  changeChat(
    chatID,
    setChatField(chatID, 'isPinned', isPinned),
    {
      operation: 'setChatPinned',
      inputPaths: { isPinned: ['input', 'isPinned'] },
      shows: (chat) => isShown(chat.isPinned, isPinned),
    },
    context,
  );
