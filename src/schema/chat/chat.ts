import type { Chat } from '../../beeper/chats/wire.ts';
import { account } from '../../resolvers/account/accounts.ts';
import { chat } from '../../resolvers/chat/chat.ts';
import { BeeperAccount } from '../account/account.ts';
import { BeeperAsset, toAsset } from '../asset/asset.ts';
import { builder } from '../builder.ts';
import { idSchema } from '../validation.ts';
import { BeeperChatCapabilities } from './capabilities/capabilities.ts';
import { BeeperChatType, toChatType } from './chatType.ts';
import { BeeperChatDraft } from './draft.ts';
import { BeeperParticipants } from './participants.ts';
import { BeeperChatReminder } from './reminder.ts';
import { BeeperChatSnooze } from './snooze.ts';

export const BeeperChat = builder.objectRef<Chat>('BeeperChat').implement({
  description:
    'A conversation on one account. Only `id` and `accountID` are sure on every version of Beeper; any other field is null where Beeper does not tell.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The chat’s ID, opaque: `!NCdzlIaMjZUmvmvyHU:beeper.com`.' }),
    accountID: t.exposeID('accountID', { description: 'The account that the chat belongs to.' }),
    account: t.field({
      type: BeeperAccount,
      nullable: true,
      description:
        'The account itself; null where it can’t be read. One call to Beeper, for however many chats.',
      resolve: ({ accountID }, _args, context) => account(accountID, context),
    }),
    localChatID: t.exposeID('localChatID', {
      nullable: true,
      description: 'A short ID that holds on this one installation only; taken wherever a chat ID is.',
    }),
    network: t.exposeString('network', {
      nullable: true,
      description: 'The network’s name, for display: `WhatsApp`.',
    }),
    title: t.exposeString('title', {
      nullable: true,
      description: 'The title to show: of the group, or the name of the other person.',
    }),
    type: t.field({
      type: BeeperChatType,
      nullable: true,
      description: 'Whether it is a direct chat or a group.',
      resolve: ({ type }) => toChatType(type),
    }),
    rawType: t.exposeString('type', {
      nullable: true,
      description: 'The kind in Beeper’s own word; of use where `type` is `OTHER`.',
    }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'The topic of a group.',
    }),
    imgURL: t.field({
      type: BeeperAsset,
      nullable: true,
      description: 'The chat’s picture; null where there is none.',
      resolve: ({ imgURL }) => toAsset(imgURL),
    }),
    participants: t.expose('participants', {
      type: BeeperParticipants,
      nullable: true,
      description: 'Who takes part, yourself included.',
    }),
    lastActivity: t.expose('lastActivity', {
      type: 'DateTime',
      nullable: true,
      description: 'When something last happened in the chat.',
    }),
    unreadCount: t.exposeInt('unreadCount', {
      nullable: true,
      description: 'How many messages are unread.',
    }),
    unreadMentionsCount: t.exposeInt('unreadMentionsCount', {
      nullable: true,
      description: 'How many unread messages mention you, or everybody in the room.',
    }),
    lastReadMessageSortKey: t.exposeString('lastReadMessageSortKey', {
      nullable: true,
      description: 'The `sortKey` of the last message that was read.',
    }),
    isReadOnly: t.exposeBoolean('isReadOnly', {
      nullable: true,
      description: 'Whether sending is not possible here.',
    }),
    isArchived: t.exposeBoolean('isArchived', {
      nullable: true,
      description: 'Whether the chat is in the archive.',
    }),
    isMarkedUnread: t.exposeBoolean('isMarkedUnread', {
      nullable: true,
      description: 'Whether someone marked it as unread by hand.',
    }),
    isMuted: t.exposeBoolean('isMuted', {
      nullable: true,
      description: 'Whether its notifications are off.',
    }),
    isPinned: t.exposeBoolean('isPinned', {
      nullable: true,
      description: 'Whether it is pinned to the top.',
    }),
    isLowPriority: t.exposeBoolean('isLowPriority', {
      nullable: true,
      description: 'Whether it is in the low-priority inbox.',
    }),
    messageExpirySeconds: t.exposeInt('messageExpirySeconds', {
      nullable: true,
      description: 'After how many seconds messages disappear; null where they stay.',
    }),
    draft: t.expose('draft', {
      type: BeeperChatDraft,
      nullable: true,
      description: 'What was typed and not sent yet; null where there is nothing.',
    }),
    reminder: t.expose('reminder', {
      type: BeeperChatReminder,
      nullable: true,
      description: 'The reminder that is set; null where there is none.',
    }),
    snooze: t.expose('snooze', {
      type: BeeperChatSnooze,
      nullable: true,
      description: 'Until when the chat is hidden; null where it is not.',
    }),
    capabilities: t.field({
      type: BeeperChatCapabilities,
      nullable: true,
      description: 'What the network allows in this chat.',
      resolve: ({ capabilities }) => capabilities(),
    }),
  }),
});

builder.queryField('chat', (t) =>
  t.field({
    type: BeeperChat,
    nullable: true,
    description: 'The chat with this ID; null where Beeper knows none.',
    args: {
      id: t.arg.id({
        required: true,
        description: 'A chat ID, or a local chat ID of this installation.',
        validate: { schema: idSchema },
      }),
    },
    resolve: (_root, { id }, context) => chat(id, context),
  }),
);
