import { setChatField } from '../../beeper/chatState/api.ts';
import type { Context } from '../../context.ts';
import { type ChangedChat, changeChat } from './changeChat.ts';
import { isShown } from './isShown.ts';

export interface SetChatLowPriorityInput {
  readonly chatID: string;
  readonly isLowPriority: boolean;
}

/** Moves a chat to the low-priority inbox, or back. */
export const setChatLowPriority = (
  { chatID, isLowPriority }: SetChatLowPriorityInput,
  context: Context,
): Promise<ChangedChat> =>
  changeChat(
    chatID,
    setChatField(chatID, 'isLowPriority', isLowPriority),
    {
      operation: 'setChatLowPriority',
      inputPaths: { isLowPriority: ['input', 'isLowPriority'] },
      shows: (chat) => isShown(chat.isLowPriority, isLowPriority),
    },
    context,
  );
