import { chats } from '../../resolvers/chat/chats.ts';
import { defaultPageSize } from '../../resolvers/paging.ts';
import { BeeperAccount } from '../account/account.ts';
import { builder } from '../builder.ts';
import { connectionType, pageOptions } from '../paging.ts';
import { idListSchema } from '../validation.ts';
import { BeeperChat } from './chat.ts';

export const BeeperChatConnection = connectionType('BeeperChat', BeeperChat, {
  item: 'chat',
  nullableNodes: true,
});

builder.queryField('chats', (t) =>
  t.field({
    type: BeeperChatConnection,
    description:
      'Chats, newest activity first, each with its last message. Typically costs one upstream call per 25 chats. Cursors stay valid while chats move up in the list, but a chat can then be returned twice: deduplicate chats by `id`.',
    ...pageOptions(t.arg, defaultPageSize.chats, {
      accountIDs: t.arg.idList({
        description:
          'Returns only chats of these accounts: at least one ID, without duplicates. If omitted, returns chats of all accounts.',
        validate: { schema: idListSchema },
      }),
    }),
    resolve: (_root, args, context) => chats(args, context),
  }),
);

builder.objectField(BeeperAccount, 'chats', (t) =>
  t.field({
    type: BeeperChatConnection,
    nullable: true,
    description:
      'Chats of this account, newest activity first, each with its last message. Typically costs one upstream call per 25 chats, for each account. Null if they can’t be read; see `errors`.',
    ...pageOptions(t.arg, defaultPageSize.chats, {}),
    resolve: ({ accountID }, args, context) => chats({ ...args, accountIDs: [accountID] }, context),
  }),
);
