import type { Chat } from '../../beeper/chats/wire.ts';
import type { Context } from '../../context.ts';
import { type Connection, type ConnectionArgs, connect, defaultPageSize } from '../paging.ts';
import { type MessageInChat, messagePage } from './messagePage.ts';

/** @returns the messages of a chat, newest first. */
export function messages(
  chat: Chat,
  args: ConnectionArgs,
  context: Context,
): Promise<Connection<MessageInChat>> {
  return connect(args, {
    fetch: ({ limit: _, ...page }) => messagePage(chat, page, context),
    idOf: ({ id }) => id,
    defaultPageSize: defaultPageSize.messages,
  });
}
