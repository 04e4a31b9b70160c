import { searchChats } from '../../resolvers/chat/chats.ts';
import { defaultPageSize } from '../../resolvers/paging.ts';
import { builder } from '../builder.ts';
import { pagingArgs } from '../paging.ts';
import { idListSchema, nonBlankText, singleDirection } from '../validation.ts';
import { BeeperChatConnection } from './chats.ts';

const BeeperChatSearchScope = builder.enumType('BeeperChatSearchScope', {
  description: 'Where the words of a search are looked for.',
  values: {
    TITLES: { value: 'titles', description: 'In the title and the network’s name.' },
    PARTICIPANTS: { value: 'participants', description: 'In the names of those who take part.' },
  } as const,
});

const BeeperChatSearchType = builder.enumType('BeeperChatSearchType', {
  description: 'Which kind of chat is looked for.',
  values: {
    SINGLE: { value: 'single', description: 'Direct chats.' },
    GROUP: { value: 'group', description: 'Groups only.' },
    ANY: { value: 'any', description: 'Direct chats and groups.' },
  } as const,
});

const BeeperInbox = builder.enumType('BeeperInbox', {
  description: 'A part of the inbox.',
  values: {
    PRIMARY: { value: 'primary', description: 'What is shown at first.' },
    LOW_PRIORITY: { value: 'low-priority', description: 'What was put aside as less important.' },
    ARCHIVE: { value: 'archive', description: 'What was archived.' },
  } as const,
});

const BeeperChatFilter = builder.inputType('BeeperChatFilter', {
  description: 'What chats are looked for; all that is given must hold.',
  fields: (t) => ({
    query: t.string({
      description: 'Words, all of which must occur; upper and lower case are the same.',
      validate: { schema: nonBlankText },
    }),
    scope: t.field({ type: BeeperChatSearchScope, description: 'Where to look; left out, in titles.' }),
    type: t.field({ type: BeeperChatSearchType, description: 'Direct chats or groups; left out, both.' }),
    inbox: t.field({ type: BeeperInbox, description: 'One part of the inbox; left out, all of them.' }),
    unreadOnly: t.boolean({ description: 'Whether only chats with unread messages are wanted.' }),
    includeMuted: t.boolean({ description: 'Whether muted chats are wanted too; left out, they are.' }),
    lastActivityBefore: t.field({
      type: 'DateTime',
      description: 'Chats that were last active before this time.',
    }),
    lastActivityAfter: t.field({
      type: 'DateTime',
      description: 'Chats that were last active after this time.',
    }),
    accountIDs: t.idList({
      description: 'Only the chats of these accounts; left out, of all.',
      validate: { schema: idListSchema },
    }),
  }),
});

builder.queryField('searchChats', (t) =>
  t.field({
    type: BeeperChatConnection,
    description: 'Chats by what is known of them.',
    args: {
      filter: t.arg({ type: BeeperChatFilter, required: true, description: 'What to look for.' }),
      ...pagingArgs(t.arg, defaultPageSize.searchChats),
    },
    validate: singleDirection,
    resolve: (_root, { filter, ...args }, context) => searchChats(filter, args, context),
  }),
);
