import type { Chat } from '../../beeper/chats/wire.ts';
import { isShown } from '../../beeper/messages/wire.ts';
import type { Context } from '../../context.ts';
import { type Connection, type ConnectionArgs, defaultPageSize } from '../paging/connect.ts';
import { connectMessages, type MessageInChat } from './connectMessages.ts';

export interface MessagesArgs extends ConnectionArgs {
  readonly includeHidden?: boolean | null | undefined;
}

/** @returns the messages of a chat, newest first, without those that are not meant to be displayed. */
export function messages(
  chat: Chat,
  { includeHidden, ...args }: MessagesArgs,
  context: Context,
): Promise<Connection<MessageInChat>> {
  const shown = includeHidden ? () => true : isShown;
  return connectMessages(chat, args, defaultPageSize.messages, shown, context);
}
