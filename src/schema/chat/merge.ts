import type { Chat } from '../../beeper/chats/wire.ts';
import { chat } from '../../resolvers/chat/chat.ts';
import { builder } from '../builder.ts';
import { referenceCost } from '../cost.ts';
import { isOnlyIDSelected } from '../onlyID.ts';
import { BeeperChat } from './chat.ts';

const BeeperChatMerge = builder.objectRef<NonNullable<Chat['merge']>>('BeeperChatMerge').implement({
  description: 'The chats that a merged chat joins.',
  fields: (t) => ({
    chatIDs: t.exposeIDList('chatIDs', {
      description: 'IDs of the chats, in the order in which they were merged.',
    }),
    chats: t.field({
      type: [BeeperChat],
      nullable: { list: false, items: true },
      description:
        'The chats, in the order of `chatIDs`. Costs one upstream call for each chat, and none if only `id` is selected. A chat is null if Beeper does not know it, or if it can’t be read; see `errors`.',
      extensions: { cost: referenceCost },
      resolve: ({ chatIDs }, _args, context, info) =>
        chatIDs.map((id) => (isOnlyIDSelected(info) ? ({ id } as Chat) : chat(id, context))),
    }),
    defaultChatID: t.exposeID('defaultChatID', {
      nullable: true,
      description:
        'ID of the chat that receives a message sent to the merged chat, as chosen by the user in Beeper. Null if the user has not chosen one: Beeper then chooses.',
    }),
  }),
});

builder.objectFields(BeeperChat, (t) => ({
  merge: t.expose('merge', {
    type: BeeperChatMerge,
    nullable: true,
    description:
      'The chats that this chat joins, if it is a merged chat: the chats of one person on several networks or accounts, shown as one. Its `messages` and `lastMessage` are those of its chats. Its `accountID` and `network` are Beeper’s own and say nothing about its chats. Null for any other chat, and on versions of Beeper without merged chats.',
  }),
  mergedInto: t.field({
    type: BeeperChat,
    nullable: true,
    description:
      'The merged chat that this chat is part of. Inboxes show the merged chat and hide this one. Costs one upstream call for each merged chat, and none if only `id` is selected. Null if the chat is not part of a merged chat, or if the merged chat can’t be read; see `errors`.',
    extensions: { cost: referenceCost },
    resolve: ({ mergedIntoChatID: id }, _args, context, info) => {
      if (id === null) return null;
      return isOnlyIDSelected(info) ? ({ id } as Chat) : chat(id, context);
    },
  }),
}));
