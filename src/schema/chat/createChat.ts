import { createChat, type CreateChatInput as Input, type NewChat } from '../../resolvers/chat/createChat.ts';
import { builder } from '../builder.ts';
import { idListSchema, idSchema, nonBlankText } from '../validation.ts';
import { creatingMutation, replayedField } from '../write.ts';
import { firstMessageField } from './firstMessage.ts';
import { chatErrorField, createdChatField } from './writtenChat.ts';

const CreateSingleChatInput = builder.inputType('CreateSingleChatInput', {
  description: 'A direct chat with one person whose user ID is known.',
  fields: (t) => ({
    accountID: t.id({
      required: true,
      description: 'ID of the account to create the chat on.',
      validate: { schema: idSchema },
    }),
    participantID: t.id({
      required: true,
      description: 'User ID of the other person on this account: `@15550101002:local-whatsapp.localhost`.',
      validate: { schema: idSchema },
    }),
    messageText: t.string({
      description: 'First message. Some networks require one to create a chat.',
      validate: { schema: nonBlankText },
    }),
    title: t.string({
      description: 'Title of the chat. Most networks ignore it for direct chats.',
      validate: { schema: nonBlankText },
    }),
  }),
});

const CreateGroupChatInput = builder.inputType('CreateGroupChatInput', {
  description: 'A group chat with one or more other people.',
  fields: (t) => ({
    accountID: t.id({
      required: true,
      description: 'ID of the account to create the group on.',
      validate: { schema: idSchema },
    }),
    participantIDs: t.idList({
      required: true,
      description:
        'User IDs of the other participants: at least one, without duplicates and without your own.',
      validate: { schema: idListSchema },
    }),
    title: t.string({ description: 'Title of the group.', validate: { schema: nonBlankText } }),
    messageText: t.string({
      description: 'First message. Some networks require one to create a group.',
      validate: { schema: nonBlankText },
    }),
  }),
});

const CreateChatInput = builder.inputType('CreateChatInput', {
  description: 'The chat to create. Set exactly one of `single` and `group`.',
  isOneOf: true,
  fields: (t) => ({
    single: t.field({ type: CreateSingleChatInput, description: 'A direct chat with one person.' }),
    group: t.field({ type: CreateGroupChatInput, description: 'A group chat.' }),
  }),
});

const CreateChatPayload = builder.objectRef<NewChat>('CreateChatPayload').implement({
  description: 'The chat was created.',
  fields: (t) => ({
    chatID: t.exposeID('chatID', { description: 'ID of the new chat.' }),
    chat: t.field(createdChatField),
    chatError: t.field(chatErrorField),
    replayed: t.exposeBoolean('replayed', replayedField),
    firstMessage: t.field(firstMessageField),
  }),
});

creatingMutation<Input, NewChat>(
  {
    name: 'createChat',
    description:
      'Creates a chat with the people named by user ID. Running it twice without an `idempotencyKey` can create two chats. To write to a person you may already have a chat with, use `startChat`.',
    input: CreateChatInput,
    inputDescription: 'The chat to create.',
    payload: CreateChatPayload,
    resultDescription: 'The new chat, or a typed error.',
  },
  createChat,
);
