import * as api from '../../beeper/chatState/api.ts';
import type { Context } from '../../context.ts';
import { type ChangedChat, changeChat } from './changeChat.ts';

export interface MarkChatReadInput {
  readonly chatID: string;
  readonly upToMessageID?: string | null | undefined;
}

/** Marks a chat as read, as a whole or up to a message. */
export const markChatRead = (
  { chatID, upToMessageID }: MarkChatReadInput,
  context: Context,
): Promise<ChangedChat> =>
  changeChat(
    chatID,
    api.markChatRead(chatID, upToMessageID ?? undefined),
    {
      operation: 'markChatRead',
      inputPaths: { messageID: ['input', 'upToMessageID'] },
      shows: ({ unreadCount, lastReadMessageSortKey }) => {
        if (unreadCount === 0) return true;
        if (upToMessageID == null) return unreadCount === null ? null : false;
        return isReached(lastReadMessageSortKey, upToMessageID);
      },
    },
    context,
  );

/**
 * @returns true where the marker is at the message or further; else null. IDs and sort keys of the app both count up; of
 * others, nothing can be told.
 */
function isReached(sortKey: string | null, messageID: string): true | null {
  const areNumbers = sortKey !== null && /^\d+$/.test(sortKey) && /^\d+$/.test(messageID);
  return areNumbers && BigInt(sortKey) >= BigInt(messageID) ? true : null;
}
