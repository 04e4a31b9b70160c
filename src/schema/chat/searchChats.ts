import { searchChats } from '../../resolvers/chat/searchChats.ts';
import { defaultPageSize } from '../../resolvers/paging/connect.ts';
import { builder } from '../builder.ts';
import { labeledPageCost } from '../cost.ts';
import { pageOptions } from '../paging.ts';
import {
  atMost,
  idLength,
  idListSchema,
  idSchema,
  maxIDs,
  maxLength,
  shortTextSchema,
  timeSchema,
  timeSpan,
} from '../validation.ts';
import { BeeperChatConnection } from './chats.ts';

const BeeperChatSearchScope = builder.enumType('BeeperChatSearchScope', {
  description: 'Where a chat search looks for its `query`.',
  values: {
    TITLES: { value: 'titles', description: 'In the titles of chats and the names of networks.' },
    PARTICIPANTS: { value: 'participants', description: 'In the names of participants.' },
  } as const,
});

export const BeeperChatSearchType = builder.enumType('BeeperChatSearchType', {
  description: 'Type of the chats that a search covers.',
  values: {
    SINGLE: { value: 'single', description: 'Direct chats only.' },
    GROUP: { value: 'group', description: 'Group chats only.' },
    ANY: { value: 'any', description: 'Direct chats and group chats.' },
  } as const,
});

const BeeperInbox = builder.enumType('BeeperInbox', {
  description: 'Section of the inbox.',
  values: {
    PRIMARY: { value: 'primary', description: 'The primary inbox, which Beeper shows first.' },
    LOW_PRIORITY: { value: 'low-priority', description: 'Chats with low priority.' },
    ARCHIVE: { value: 'archive', description: 'Archived chats.' },
  } as const,
});

const BeeperChatFilter = builder.inputType('BeeperChatFilter', {
  description: 'Conditions of a chat search. A chat must meet all that are given.',
  fields: (t) => ({
    query: t.string({
      description: `Words to search for. All must match; case is ignored. Must not be blank.${atMost(maxLength.shortText)} If omitted, only the other conditions apply.`,
      validate: { schema: shortTextSchema },
    }),
    scope: t.field({
      type: BeeperChatSearchScope,
      description: 'Where to look for `query`. If omitted, in the titles of chats and the names of networks.',
    }),
    type: t.field({
      type: BeeperChatSearchType,
      description: 'Type of chats to return. If omitted, direct chats and group chats.',
    }),
    inbox: t.field({
      type: BeeperInbox,
      description: 'Section of the inbox to search. If omitted, all sections.',
    }),
    unreadOnly: t.boolean({
      description: 'If true, returns only unread chats. If omitted, returns read and unread chats.',
    }),
    includeMuted: t.boolean({ description: 'Whether to return muted chats. If omitted, they are returned.' }),
    lastActivityBefore: t.field({
      type: 'DateTime',
      description: 'Returns only chats whose last activity was before this time.',
      validate: { schema: timeSchema },
    }),
    lastActivityAfter: t.field({
      type: 'DateTime',
      description: 'Returns only chats whose last activity was after this time.',
      validate: { schema: timeSchema },
    }),
    accountIDs: t.idList({
      description: `Returns only chats of these accounts: 1 to ${maxIDs.accounts} IDs such as \`slackgo.T012-U034\`, without duplicates, each of at most ${maxLength.id} characters. If omitted, returns chats of all accounts.`,
      validate: { schema: idListSchema(maxIDs.accounts) },
    }),
    labelID: t.id({
      description: `Returns only chats with this label: an ID from \`labels\`, such as \`label-work\`. No chat has a label that \`labels\` does not list. Costs one upstream call more, shared with \`labels\`. Fails with \`UNSUPPORTED\` on versions of Beeper without labels, which would return all chats.${idLength}`,
      validate: { schema: idSchema },
    }),
  }),
  validate: { refine: timeSpan('lastActivityAfter', 'lastActivityBefore') },
});

builder.queryField('searchChats', (t) =>
  t.field({
    type: BeeperChatConnection,
    nullable: true,
    description:
      'Chats that meet the conditions of `filter`. Typically costs one upstream call. Null if they can’t be read; see `errors`.',
    ...pageOptions(
      t.arg,
      defaultPageSize.searchChats,
      {
        filter: t.arg({
          type: BeeperChatFilter,
          required: true,
          description: 'Conditions, all of which the chats must meet, such as `{ unreadOnly: true }`.',
        }),
      },
      labeledPageCost,
    ),
    resolve: (_root, { filter, ...args }, context) => searchChats(filter, args, context),
  }),
);
