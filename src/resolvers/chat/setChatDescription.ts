import { setChatField } from '../../beeper/chatState/api.ts';
import type { Context } from '../../context.ts';
import { type ChangedChat, changeChat } from './changeChat.ts';
import { isTextShown } from './isShown.ts';

export interface SetChatDescriptionInput {
  readonly chatID: string;
  readonly description?: string | null | undefined;
}

/** Says what a group is about, or takes that away. */
export const setChatDescription = (
  { chatID, description = null }: SetChatDescriptionInput,
  context: Context,
): Promise<ChangedChat> =>
  changeChat(
    chatID,
    setChatField(chatID, 'description', description),
    {
      operation: 'setChatDescription',
      inputPaths: { description: ['input', 'description'] },
      // Without a description, Beeper leaves the field out or sends null.
      shows: (chat) =>
        description === null
          ? chat.description === null
          : (isTextShown(chat.description, description) ?? false),
    },
    context,
  );
