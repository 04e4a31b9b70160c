import * as api from '../../beeper/chatState/api.ts';
import type { Context } from '../../context.ts';
import { type ChangedChat, changeChat } from './changeChat.ts';

/** Notifies the other person even if they have silenced notifications. */
export const notifyAnyway = (
  { chatID }: { readonly chatID: string },
  context: Context,
): Promise<ChangedChat> =>
  // Nothing of a chat tells whether somebody was notified.
  changeChat(chatID, api.notifyAnyway(chatID), { operation: 'notifyAnyway', shows: () => null }, context);
