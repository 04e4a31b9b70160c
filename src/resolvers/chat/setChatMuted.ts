import { setChatField } from '../../beeper/chatState/api.ts';
import type { Context } from '../../context.ts';
import { type ChangedChat, changeChat } from './changeChat.ts';
import { isShown } from './isShown.ts';

export interface SetChatMutedInput {
  readonly chatID: string;
  readonly isMuted: boolean;
}

/** Mutes a chat, or unmutes it. */
export const setChatMuted = (
  { chatID, isMuted }: SetChatMutedInput,
  context: Context,
): Promise<ChangedChat> =>
  changeChat(
    chatID,
    setChatField(chatID, 'isMuted', isMuted),
    {
      operation: 'setChatMuted',
      inputPaths: { isMuted: ['input', 'isMuted'] },
      shows: (chat) => isShown(chat.isMuted, isMuted),
    },
    context,
  );
