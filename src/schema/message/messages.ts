import { lastMessage } from '../../resolvers/message/lastMessage.ts';
import { messages } from '../../resolvers/message/messages.ts';
import { defaultPageSize } from '../../resolvers/paging/connect.ts';
import { builder } from '../builder.ts';
import { BeeperChat } from '../chat/chat.ts';
import { callCost, joinedPageCost } from '../cost.ts';
import { connectionType, pageOptions } from '../paging.ts';
import { BeeperMessage } from './message.ts';

export const BeeperMessageConnection = connectionType('BeeperMessage', BeeperMessage, {
  item: 'message',
  nullableNodes: false,
});

builder.objectFields(BeeperChat, (t) => ({
  lastMessage: t.field({
    type: BeeperMessage,
    nullable: true,
    description:
      'The newest message of the chat that is neither hidden nor deleted. Costs no upstream call for a chat in a list returned by `chats`, unless the message that Beeper sends along is hidden or deleted. Costs one upstream call per chat elsewhere, and for a merged chat one for each of its chats. Null if there is none, or if it can’t be read; see `errors`.',
    extensions: { cost: callCost },
    resolve: (chat, _args, context) => lastMessage(chat, context),
  }),
  messages: t.field({
    type: BeeperMessageConnection,
    nullable: true,
    description:
      'Messages of the chat, in the order of Beeper: newest first. A merged chat returns the messages of its chats, joined by `timestamp`. Typically costs one upstream call per 20 messages, for each chat. Null if they can’t be read; see `errors`.',
    ...pageOptions(
      t.arg,
      defaultPageSize.messages,
      {
        includeHidden: t.arg.boolean({
          defaultValue: false,
          description:
            'Whether to return messages that are not meant to be displayed, too: those with `isHidden`, such as messages of type `REACTION`, which repeat `reactions`.',
        }),
      },
      joinedPageCost,
    ),
    resolve: (chat, args, context) => messages(chat, args, context),
  }),
}));
