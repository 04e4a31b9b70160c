import { chats } from '../../resolvers/chat/chats.ts';
import { defaultPageSize } from '../../resolvers/paging/connect.ts';
import { BeeperAccount } from '../account/account.ts';
import { builder } from '../builder.ts';
import { fieldsWithCalls } from '../fieldsWithCalls.ts';
import { connectionType, pageOptions } from '../paging.ts';
import { idListSchema, maxIDs, maxLength } from '../validation.ts';
import { BeeperChat } from './chat.ts';

export const BeeperChatConnection = connectionType('BeeperChat', BeeperChat, {
  item: 'chat',
  nullableNodes: true,
});

const BeeperMergedChats = builder.enumType('BeeperMergedChats', {
  description: 'What a list of chats contains for a person whose chats are merged.',
  values: {
    COLLAPSED: { description: 'The merged chat only: its chats are left out.' },
    ALL: {
      description:
        'The merged chat and each of its chats that Beeper lists. Some versions of Beeper never list them: see `BeeperChat.merge`.',
    },
  } as const,
});

builder.queryField('chats', (t) =>
  t.field({
    type: BeeperChatConnection,
    nullable: true,
    description:
      'Chats, newest activity first, each with its last message. Typically costs one upstream call, and one per 25 chats up to Beeper Desktop 4.3.0. Cursors stay valid while chats move up in the list, but a chat can then be returned twice: deduplicate chats by `id`. Null if they can’t be read; see `errors`.',
    ...pageOptions(t.arg, defaultPageSize.chats, {
      accountIDs: t.arg.idList({
        description: `Returns only chats of these accounts: 1 to ${maxIDs.accounts} IDs such as \`slackgo.T012-U034\`, without duplicates, each of at most ${maxLength.id} characters. If omitted, returns chats of all accounts.`,
        validate: { schema: idListSchema(maxIDs.accounts) },
      }),
      merged: t.arg({
        type: BeeperMergedChats,
        description:
          'What to return for a person whose chats are merged. If omitted: `COLLAPSED`; with `accountIDs`: `ALL`, because a merged chat belongs to an account of its own.',
      }),
    }),
    resolve: (_root, args, context, info) => chats(args, context, fieldsWithCalls(info)),
  }),
);

builder.objectField(BeeperAccount, 'chats', (t) =>
  t.field({
    type: BeeperChatConnection,
    nullable: true,
    description:
      'Chats of this account, newest activity first, each with its last message. Contains chats that are part of a merged chat, which belongs to another account. Typically costs one upstream call for each account, and one per 25 chats up to Beeper Desktop 4.3.0. Null if they can’t be read; see `errors`.',
    ...pageOptions(t.arg, defaultPageSize.chats, {}),
    resolve: ({ accountID }, args, context) => chats({ ...args, accountIDs: [accountID] }, context),
  }),
);
