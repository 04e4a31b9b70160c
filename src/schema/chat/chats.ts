import { chats } from '../../resolvers/chat/chats.ts';
import { defaultPageSize } from '../../resolvers/paging.ts';
import { BeeperAccount } from '../account/account.ts';
import { builder } from '../builder.ts';
import { connectionType, pagingArgs } from '../paging.ts';
import { idListSchema, singleDirection } from '../validation.ts';
import { BeeperChat } from './chat.ts';

export const BeeperChatConnection = connectionType('BeeperChat', BeeperChat, {
  of: 'chats',
  nullableNodes: true,
});

builder.queryField('chats', (t) =>
  t.field({
    type: BeeperChatConnection,
    description:
      'The inbox: chats by their newest activity, with the last message. Costs a call for every 25; a cursor stays good while chats move up, but some may come twice: take them by ID.',
    args: {
      accountIDs: t.arg.idList({
        description: 'Only the chats of these accounts; left out, of all.',
        validate: { schema: idListSchema },
      }),
      ...pagingArgs(t.arg, defaultPageSize.chats),
    },
    validate: singleDirection,
    resolve: (_root, args, context) => chats(args, context),
  }),
);

builder.objectField(BeeperAccount, 'chats', (t) =>
  t.field({
    type: BeeperChatConnection,
    nullable: true,
    description:
      'The chats of this account by their newest activity. Null where they can’t be read, with an error on this path.',
    args: pagingArgs(t.arg, defaultPageSize.chats),
    validate: singleDirection,
    resolve: ({ accountID }, args, context) => chats({ ...args, accountIDs: [accountID] }, context),
  }),
);
