import type { Chat } from '../../beeper/chats/wire.ts';
import { account } from '../../resolvers/account/account.ts';
import { chat } from '../../resolvers/chat/chat.ts';
import { network } from '../../resolvers/chat/network.ts';
import { title } from '../../resolvers/chat/title.ts';
import { BeeperAccount } from '../account/account.ts';
import { BeeperAsset, toAsset } from '../asset/asset.ts';
import { builder } from '../builder.ts';
import { callCost, sharedCallCost } from '../cost.ts';
import { idLength, idSchema } from '../validation.ts';
import { BeeperChatCapabilities } from './capabilities/capabilities.ts';
import { BeeperChatType, toChatType } from './chatType.ts';
import { BeeperChatDraft } from './draft.ts';
import { BeeperLabel } from './label.ts';
import { BeeperParticipants } from './participants.ts';
import { BeeperChatReminder } from './reminder.ts';
import { BeeperChatSnooze } from './snooze.ts';

export const BeeperChat = builder.objectRef<Chat>('BeeperChat').implement({
  description:
    'A conversation on one account. Beeper always provides `id` and `accountID`; most other fields can be null, depending on the version of Beeper.',
  fields: (t) => ({
    id: t.exposeID('id', {
      description:
        'ID of the chat, such as `!NCdzlIaMjZUmvmvyHU:beeper.com`. Opaque, and unique on this installation of Beeper.',
    }),
    accountID: t.exposeID('accountID', {
      description: 'ID of the account that the chat belongs to, such as `slackgo.T012-U034`.',
    }),
    account: t.field({
      type: BeeperAccount,
      nullable: true,
      description:
        'The account that the chat belongs to. Costs one upstream call per request, shared by all fields that read accounts. Null if Beeper does not list the account, or if accounts can’t be read; see `errors`.',
      extensions: { cost: sharedCallCost },
      resolve: ({ accountID }, _args, context) => account(accountID, context),
    }),
    localChatID: t.exposeID('localChatID', {
      nullable: true,
      description:
        'Short ID of the chat, such as `5647`, valid on this installation of Beeper only. Arguments and inputs take it wherever they take the ID of a chat. Null if unknown.',
    }),
    network: t.string({
      nullable: true,
      description:
        'Display name of the network, such as `WhatsApp`. Before Beeper Desktop 4.2.808 it is the network of the account, which costs one upstream call per request, shared by all fields that read accounts. Null if unknown, or if accounts can’t be read; see `errors`.',
      extensions: { cost: sharedCallCost },
      resolve: (chat, _args, context) => network(chat, context),
    }),
    title: t.string({
      nullable: true,
      description:
        'Display title: the title of a group, or the name of the other person. If Beeper sends none, the names of up to four participants other than yourself, followed by `…` if there are more. Null if unknown.',
      resolve: (chat) => title(chat),
    }),
    type: t.field({
      type: BeeperChatType,
      nullable: true,
      description: 'Whether the chat is a direct chat or a group. Null if unknown.',
      resolve: ({ type }) => toChatType(type),
    }),
    rawType: t.exposeString('type', {
      nullable: true,
      description: 'Raw `type` as sent by Beeper. Use it when `type` is `OTHER`.',
    }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'Description or topic of a group. Null if there is none.',
    }),
    imgURL: t.field({
      type: BeeperAsset,
      nullable: true,
      description:
        'Image of the chat. Null if there is none, as usual for a direct chat: show `imgURL` of the participant whose `isSelf` is not true.',
      resolve: ({ imgURL }) => toAsset(imgURL),
    }),
    participants: t.expose('participants', {
      type: BeeperParticipants,
      nullable: true,
      description:
        'Participants of the chat, including yourself. Truncated in large groups. Null if unknown.',
    }),
    lastActivity: t.expose('lastActivity', {
      type: 'DateTime',
      nullable: true,
      description: 'Time of the last activity in the chat. Null if unknown.',
    }),
    unreadCount: t.exposeInt('unreadCount', {
      nullable: true,
      description: 'Number of unread messages. Null if unknown.',
    }),
    unreadMentionsCount: t.exposeInt('unreadMentionsCount', {
      nullable: true,
      description: 'Number of unread messages that mention you or everyone (`@room`). Null if unknown.',
    }),
    lastReadMessageSortKey: t.exposeString('lastReadMessageSortKey', {
      nullable: true,
      description:
        '`sortKey` of the newest message that was read: messages with a greater one are new. Null if unknown.',
    }),
    isReadOnly: t.exposeBoolean('isReadOnly', {
      nullable: true,
      description: 'True if messages can’t be sent in this chat. Null if unknown.',
    }),
    isArchived: t.exposeBoolean('isArchived', {
      nullable: true,
      description: 'Whether the chat is archived. Null if unknown.',
    }),
    isMarkedUnread: t.exposeBoolean('isMarkedUnread', {
      nullable: true,
      description: 'Whether the user marked the chat as unread. Null if unknown.',
    }),
    isMuted: t.exposeBoolean('isMuted', {
      nullable: true,
      description: 'Whether notifications of the chat are muted. Null if unknown.',
    }),
    isPinned: t.exposeBoolean('isPinned', {
      nullable: true,
      description: 'Whether the chat is pinned. Null if unknown.',
    }),
    isLowPriority: t.exposeBoolean('isLowPriority', {
      nullable: true,
      description: 'Whether the chat is in the low-priority inbox. Null if unknown.',
    }),
    messageExpirySeconds: t.exposeInt('messageExpirySeconds', {
      nullable: true,
      description:
        'Time after which messages disappear, in seconds. Null if messages do not disappear, or if unknown.',
    }),
    draft: t.expose('draft', {
      type: BeeperChatDraft,
      nullable: true,
      description: 'The unsent message of the chat. Null if there is none.',
    }),
    reminder: t.expose('reminder', {
      type: BeeperChatReminder,
      nullable: true,
      description: 'The reminder that is set on the chat. Null if there is none.',
    }),
    snooze: t.expose('snooze', {
      type: BeeperChatSnooze,
      nullable: true,
      description: 'The period during which the chat is hidden. Null if the chat is not snoozed.',
    }),
    labels: t.field({
      type: [BeeperLabel],
      description:
        'Labels of the chat. Empty if it has none, if labels are turned off in Beeper, and on versions of Beeper without labels.',
      resolve: ({ labels }) => labels ?? [],
    }),
    capabilities: t.field({
      type: BeeperChatCapabilities,
      nullable: true,
      description: 'What the network supports in this chat. Null if unknown.',
      resolve: ({ capabilities }) => capabilities(),
    }),
  }),
});

builder.queryField('chat', (t) =>
  t.field({
    type: BeeperChat,
    nullable: true,
    description:
      'The chat with this ID. Null if Beeper does not know it, or if it can’t be read; see `errors`. Costs one upstream call for each ID.',
    args: {
      id: t.arg.id({
        required: true,
        description: `ID of the chat, such as \`!NCdzlIaMjZUmvmvyHU:beeper.com\`, or its \`localChatID\`, such as \`5647\`.${idLength}`,
        validate: { schema: idSchema },
      }),
    },
    extensions: { cost: callCost },
    resolve: (_root, { id }, context) => chat(id, context),
  }),
);
