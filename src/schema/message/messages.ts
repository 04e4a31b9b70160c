import { lastMessage } from '../../resolvers/message/lastMessage.ts';
import { messages } from '../../resolvers/message/messages.ts';
import { defaultPageSize } from '../../resolvers/paging.ts';
import { builder } from '../builder.ts';
import { BeeperChat } from '../chat/chat.ts';
import { callCost } from '../cost.ts';
import { connectionType, pageOptions } from '../paging.ts';
import { BeeperMessage } from './message.ts';

const BeeperMessageConnection = connectionType('BeeperMessage', BeeperMessage, {
  item: 'message',
  nullableNodes: false,
});

builder.objectFields(BeeperChat, (t) => ({
  lastMessage: t.field({
    type: BeeperMessage,
    nullable: true,
    description:
      'The newest message of the chat that is not hidden. Costs no upstream call for chats in a list returned by `chats`, and one upstream call per chat elsewhere. Null if there is none, or if it can’t be read; see `errors`.',
    extensions: { cost: callCost },
    resolve: (chat, _args, context) => lastMessage(chat, context),
  }),
  messages: t.field({
    type: BeeperMessageConnection,
    description:
      'Messages of the chat, newest first. Typically costs one upstream call per 20 messages, for each chat.',
    ...pageOptions(t.arg, defaultPageSize.messages, {}),
    resolve: (chat, args, context) => messages(chat, args, context),
  }),
}));
