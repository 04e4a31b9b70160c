import { createChat } from '../../resolvers/chat/createChat.ts';
import type { WrittenChat } from '../../writes/idempotency.ts';
import { builder } from '../builder.ts';
import { writeCost } from '../cost.ts';
import { writeFailures } from '../errors.ts';
import { idListSchema, idSchema, nonBlankText } from '../validation.ts';
import { idempotencyKeyArg, replayedField, writtenChatField } from '../write.ts';

const CreateSingleChatInput = builder.inputType('CreateSingleChatInput', {
  description: 'A direct chat with one person, whose ID on this account is known.',
  fields: (t) => ({
    accountID: t.id({
      required: true,
      description: 'The account to create the chat on.',
      validate: { schema: idSchema },
    }),
    participantID: t.id({
      required: true,
      description: 'The ID of the person to write to, such as `@15550101002:local-whatsapp.localhost`.',
      validate: { schema: idSchema },
    }),
    messageText: t.string({
      description: 'The first message, for networks that need one to create a chat.',
      validate: { schema: nonBlankText },
    }),
    title: t.string({
      description: 'A title; most networks ignore it for direct chats.',
      validate: { schema: nonBlankText },
    }),
  }),
});

const CreateGroupChatInput = builder.inputType('CreateGroupChatInput', {
  description: 'A group of people.',
  fields: (t) => ({
    accountID: t.id({
      required: true,
      description: 'The account to create the group on.',
      validate: { schema: idSchema },
    }),
    participantIDs: t.idList({
      required: true,
      description: 'The IDs of the people to put into it: at least one, none twice, yourself left out.',
      validate: { schema: idListSchema },
    }),
    title: t.string({ description: 'The group’s title.', validate: { schema: nonBlankText } }),
    messageText: t.string({
      description: 'The first message, for networks that need one to create a group.',
      validate: { schema: nonBlankText },
    }),
  }),
});

const CreateChatInput = builder.inputType('CreateChatInput', {
  description: 'Which kind of chat to create: exactly one of the two.',
  isOneOf: true,
  fields: (t) => ({
    single: t.field({ type: CreateSingleChatInput, description: 'A direct chat with one person.' }),
    group: t.field({ type: CreateGroupChatInput, description: 'A group of people.' }),
  }),
});

const CreateChatPayload = builder.objectRef<WrittenChat>('CreateChatPayload').implement({
  description: 'The chat was created.',
  fields: (t) => ({
    chatID: t.exposeID('chatID', { description: 'The ID of the new chat; always there.' }),
    chat: t.field(writtenChatField),
    replayed: t.exposeBoolean('replayed', replayedField),
  }),
});

builder.mutationField('createChat', (t) =>
  t.field({
    type: CreateChatPayload,
    nullable: true,
    description:
      'Creates a chat with exactly the people named by ID. Sent twice, it can make two chats: use `startChat` to write to a person whom you may have a chat with. Null only after a surprise, which stands in `errors`.',
    args: {
      input: t.arg({ type: CreateChatInput, required: true, description: 'Whom to create a chat with.' }),
      idempotencyKey: t.arg.string(idempotencyKeyArg),
    },
    errors: {
      types: writeFailures,
      union: { name: 'CreateChatResult', description: 'The new chat, or why there is none.' },
    },
    extensions: { cost: writeCost },
    resolve: (_root, { input, idempotencyKey }, context) => createChat(input, idempotencyKey, context),
  }),
);
