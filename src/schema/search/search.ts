import { type Found, search } from '../../resolvers/search/search.ts';
import { builder } from '../builder.ts';
import { BeeperChat } from '../chat/chat.ts';
import { searchCost } from '../cost.ts';
import { BeeperMessageConnection } from '../message/messages.ts';
import { atMost, maxLength, requiredTextSchema } from '../validation.ts';

const BeeperSearchResults = builder.objectRef<Found>('BeeperSearchResults').implement({
  description: 'What one search finds among chats, groups and messages.',
  fields: (t) => ({
    chats: t.expose('chats', {
      type: [BeeperChat],
      nullable: { list: false, items: true },
      description:
        'The first chats whose title or network matches. `searchChats` returns more. A chat is null only behind a router, if a required field of another subgraph fails; see `errors`.',
    }),
    inGroups: t.expose('inGroups', {
      type: [BeeperChat],
      nullable: { list: false, items: true },
      description:
        'The first groups with a participant whose name matches. `searchChats` with the scope `PARTICIPANTS` returns more. A chat is null only behind a router, if a required field of another subgraph fails; see `errors`.',
    }),
    messages: t.expose('messages', {
      type: BeeperMessageConnection,
      description:
        'The first messages that contain the words. To get more, pass `pageInfo.endCursor` as `after` to `searchMessages` with the same `filter.query`, and no other conditions.',
    }),
  }),
});

builder.queryField('search', (t) =>
  t.field({
    type: BeeperSearchResults,
    nullable: true,
    description:
      'Chats, groups and messages that match what was typed into one search field. Typically costs one upstream call. Null if they can’t be read; see `errors`.',
    args: {
      query: t.arg.string({
        required: true,
        description: `Words to search for, which reach Beeper as they are. Must not be blank.${atMost(maxLength.shortText)}`,
        validate: { schema: requiredTextSchema },
      }),
    },
    extensions: { cost: searchCost },
    resolve: (_root, { query }, context) => search(query, context),
  }),
);
