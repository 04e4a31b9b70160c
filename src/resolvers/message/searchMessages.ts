import { isShown } from '../../beeper/messages/wire.ts';
import type { Page } from '../../beeper/page.ts';
import * as api from '../../beeper/search/api.ts';
import type { Context } from '../../context.ts';
import {
  type Connection,
  type ConnectionArgs,
  connect,
  defaultPageSize,
  emptyConnection,
} from '../paging/connect.ts';
import type { Source } from '../paging/pages.ts';
import type { MessageInChat } from './connectMessages.ts';

/** As in the schema. A list without items matches nothing, and one that is left out everything. */
export interface MessageFilter
  extends Pick<api.MessageSearch, 'query' | 'chatIDs' | 'accountIDs' | 'mediaTypes' | 'includeMuted'> {
  readonly chatType?: 'single' | 'group' | 'any' | null | undefined;
  readonly sender?:
    | { readonly isMe?: boolean | null | undefined; readonly userID?: string | null | undefined }
    | null
    | undefined;
  readonly sentAfter?: Date | null | undefined;
  readonly sentBefore?: Date | null | undefined;
  readonly includeLowPriority?: boolean | null | undefined;
}

/** How a list of messages of several chats is paged, however its pages are read. */
export const foundMessages: Omit<Source<MessageInChat>, 'fetch'> = { idOf: ({ id }) => id, isShown };

/** @returns the messages that match every part of `filter`, newest first, each with its chat. */
export async function searchMessages(
  filter: MessageFilter,
  args: ConnectionArgs,
  context: Context,
): Promise<Connection<MessageInChat>> {
  const { chatIDs, accountIDs, mediaTypes } = filter;
  if ([chatIDs, accountIDs, mediaTypes].some((list) => list?.length === 0)) return emptyConnection;
  const search = toSearch(filter);
  return connect<MessageInChat>(args, defaultPageSize.searchMessages, {
    ...foundMessages,
    async fetch({ limit, ...page }) {
      const read = await context.beeper.read(api.searchMessages(search, limit, page));
      noteServed(read, context);
      return read;
    },
  });
}

/** Notes for those who listen what a search has found. */
export function noteServed({ items }: Page<MessageInChat>, { live }: Context): void {
  for (const { chat, isChatUnknown: _, ...message } of items)
    live.served(message.chatID ?? chat.id, [message]);
}

const toSearch = ({
  chatType,
  sender,
  sentAfter,
  sentBefore,
  includeLowPriority,
  ...same
}: MessageFilter): api.MessageSearch => ({
  ...same,
  chatType: chatType === 'any' ? null : chatType,
  sender: sender && toSender(sender),
  dateAfter: sentAfter,
  dateBefore: sentBefore,
  excludeLowPriority: !includeLowPriority,
});

function toSender({ isMe, userID }: NonNullable<MessageFilter['sender']>): string | null {
  if (isMe != null) return isMe ? 'me' : 'others';
  return userID ?? null;
}
