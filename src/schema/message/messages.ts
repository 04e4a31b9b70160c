import { lastMessage, messages } from '../../resolvers/message/messages.ts';
import { defaultPageSize } from '../../resolvers/paging.ts';
import { builder } from '../builder.ts';
import { BeeperChat } from '../chat/chat.ts';
import { connectionType, pagingArgs } from '../paging.ts';
import { singleDirection } from '../validation.ts';
import { BeeperMessage } from './message.ts';

const BeeperMessageConnection = connectionType('BeeperMessage', BeeperMessage, {
  of: 'messages in a chat, newest first',
  nullableNodes: false,
});

builder.objectFields(BeeperChat, (t) => ({
  lastMessage: t.field({
    type: BeeperMessage,
    nullable: true,
    description:
      'The newest message; null where there is none. It comes along with `chats`; anywhere else it costs a call per chat.',
    resolve: (chat, _args, context) => lastMessage(chat, context),
  }),
  messages: t.field({
    type: BeeperMessageConnection,
    description: 'The messages, newest first. Costs a call for every 20.',
    args: pagingArgs(t.arg, defaultPageSize.messages),
    validate: singleDirection,
    resolve: (chat, args, context) => messages(chat, args, context),
  }),
}));
