import { setChatField } from '../../beeper/chatState/api.ts';
import type { Context } from '../../context.ts';
import { type ChangedChat, changeChat } from './changeChat.ts';

export interface SetChatMessageExpiryInput {
  readonly chatID: string;
  readonly seconds?: number | null | undefined;
}

/** Sets after how many seconds messages disappear; null and 0 let them stay. */
export function setChatMessageExpiry(
  { chatID, seconds }: SetChatMessageExpiryInput,
  context: Context,
): Promise<ChangedChat> {
  const expiry = seconds || null;
  return changeChat(
    chatID,
    setChatField(chatID, 'messageExpirySeconds', expiry),
    {
      operation: 'setChatMessageExpiry',
      inputPaths: { messageExpirySeconds: ['input', 'seconds'] },
      // Without a timer the field is null, 0 or absent.
      shows: (chat) => (chat.messageExpirySeconds || null) === expiry,
    },
    context,
  );
}
