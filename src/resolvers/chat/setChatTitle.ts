import { setChatField } from '../../beeper/chatState/api.ts';
import type { Context } from '../../context.ts';
import { type ChangedChat, changeChat } from './changeChat.ts';
import { isTextShown } from './isShown.ts';

export interface SetChatTitleInput {
  readonly chatID: string;
  readonly title?: string | null | undefined;
}

/** Sets the title of a chat, or removes it. */
export const setChatTitle = (
  { chatID, title = null }: SetChatTitleInput,
  context: Context,
): Promise<ChangedChat> =>
  changeChat(
    chatID,
    setChatField(chatID, 'title', title),
    {
      operation: 'setChatTitle',
      inputPaths: { title: ['input', 'title'] },
      // Without a title of its own, a chat shows one that Beeper makes.
      shows: (chat) => (title === null ? null : isTextShown(chat.title, title)),
    },
    context,
  );
