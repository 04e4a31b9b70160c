import { searchMessages } from '../../resolvers/message/searchMessages.ts';
import { defaultPageSize } from '../../resolvers/paging/connect.ts';
import { builder } from '../builder.ts';
import { BeeperChatSearchType } from '../chat/searchChats.ts';
import { pageOptions } from '../paging.ts';
import {
  atMost,
  filterListSchema,
  idLength,
  maxIDs,
  maxLength,
  mediaTypesSchema,
  senderSchema,
  shortTextSchema,
  timeSchema,
  timeSpan,
} from '../validation.ts';
import { BeeperMessageConnection } from './messages.ts';

const BeeperMediaType = builder.enumType('BeeperMediaType', {
  description: 'Kind of media in a message.',
  values: {
    ANY: { value: 'any', description: 'Media of any kind.' },
    VIDEO: { value: 'video', description: 'A video file.' },
    IMAGE: { value: 'image', description: 'An image file.' },
    LINK: { value: 'link', description: 'A link to a page.' },
    FILE: { value: 'file', description: 'A file that is neither an image nor a video.' },
  } as const,
});

const BeeperSenderFilter = builder.inputType('BeeperSenderFilter', {
  description: 'Who sent a message. Set exactly one field.',
  isOneOf: true,
  fields: (t) => ({
    isMe: t.boolean({ description: 'True: messages that you sent. False: messages of anybody else.' }),
    userID: t.id({
      description: `Messages of this person: the \`userID\` of a participant, such as \`@15550101002:local-whatsapp.localhost\`. Use \`isMe\` for your own messages.${idLength}`,
      validate: { schema: senderSchema },
    }),
  }),
});

const idList = (of: string, max: number, hint?: string) =>
  ({
    description: `Returns only messages ${of}: up to ${max} IDs, without duplicates, each of at most ${maxLength.id} characters. An empty list finds nothing, without an upstream call. If omitted, this condition does not apply.${hint ? ` ${hint}` : ''}`,
    validate: { schema: filterListSchema(max) },
  }) as const;

const BeeperMessageFilter = builder.inputType('BeeperMessageFilter', {
  description: 'Conditions of a message search. A message must meet all that are given.',
  fields: (t) => ({
    query: t.string({
      description: `Words to search for: whole words, in any order, which reach Beeper as they are. Must not be blank.${atMost(maxLength.shortText)} If omitted, only the other conditions apply, so that an empty filter lists the newest messages of all chats.`,
      validate: { schema: shortTextSchema },
    }),
    chatIDs: t.idList(
      idList(
        'in these chats',
        maxIDs.chats,
        'A merged chat has no messages of its own: give the IDs of the chats in its `merge`.',
      ),
    ),
    accountIDs: t.idList(idList('on these accounts', maxIDs.accounts)),
    chatType: t.field({
      type: BeeperChatSearchType,
      description:
        'Returns only messages in direct chats, or only in groups. If omitted, or `ANY`, messages in both.',
    }),
    sender: t.field({ type: BeeperSenderFilter, description: 'Who sent the message. If omitted, anybody.' }),
    mediaTypes: t.field({
      type: [BeeperMediaType],
      description:
        'Returns only messages with media of one of these kinds: up to 5, without duplicates. An empty list finds nothing, without an upstream call. If omitted, messages with and without media.',
      validate: { schema: mediaTypesSchema },
    }),
    sentAfter: t.field({
      type: 'DateTime',
      description: 'Returns only messages that were sent after this time, not at it.',
      validate: { schema: timeSchema },
    }),
    sentBefore: t.field({
      type: 'DateTime',
      description:
        'Returns only messages that were sent before this time, not at it. Must be later than `sentAfter`.',
      validate: { schema: timeSchema },
    }),
    includeLowPriority: t.boolean({
      description: 'Whether to search low-priority chats, too. If omitted, they are not searched.',
    }),
    includeMuted: t.boolean({ description: 'Whether to search muted chats. If omitted, they are searched.' }),
  }),
  validate: { refine: timeSpan('sentAfter', 'sentBefore') },
});

builder.queryField('searchMessages', (t) =>
  t.field({
    type: BeeperMessageConnection,
    nullable: true,
    description:
      'Messages of all chats that meet the conditions of `filter`, newest first. Without messages that are not meant to be displayed. Beeper does not index iMessage. Typically costs one upstream call per 20 messages; the chat of each message costs none. Null if they can’t be read; see `errors`.',
    ...pageOptions(t.arg, defaultPageSize.searchMessages, {
      filter: t.arg({
        type: BeeperMessageFilter,
        required: true,
        description: 'Conditions, all of which the messages must meet, such as `{ query: "dinner" }`.',
      }),
    }),
    resolve: (_root, { filter, ...args }, context) => searchMessages(filter, args, context),
  }),
);
