import { createChat, type CreateChatInput as Input, type NewChat } from '../../resolvers/chat/createChat.ts';
import { builder } from '../builder.ts';
import {
  atMost,
  idLength,
  idListSchema,
  idSchema,
  maxIDs,
  maxLength,
  messageTextSchema,
  shortTextSchema,
} from '../validation.ts';
import { creatingMutation, replayedField } from '../write.ts';
import { firstMessageField } from './firstMessage.ts';
import { chatErrorField, createdChatField } from './writtenChat.ts';

const CreateSingleChatInput = builder.inputType('CreateSingleChatInput', {
  description: 'A direct chat with one person whose user ID is known.',
  fields: (t) => ({
    accountID: t.id({
      required: true,
      description: `ID of the account to create the chat on, such as \`slackgo.T012-U034\`.${idLength}`,
      validate: { schema: idSchema },
    }),
    participantID: t.id({
      required: true,
      description: `User ID of the other person on this account, such as \`@15550101002:local-whatsapp.localhost\`: \`userID\` of a contact or participant.${idLength}`,
      validate: { schema: idSchema },
    }),
    messageText: t.string({
      description: `First message. Some networks require one to create a chat.${atMost(maxLength.messageText)}`,
      validate: { schema: messageTextSchema },
    }),
    title: t.string({
      description: `Title of the chat. Most networks ignore it for direct chats.${atMost(maxLength.shortText)}`,
      validate: { schema: shortTextSchema },
    }),
  }),
});

const CreateGroupChatInput = builder.inputType('CreateGroupChatInput', {
  description: 'A group chat with one or more other people.',
  fields: (t) => ({
    accountID: t.id({
      required: true,
      description: `ID of the account to create the group on, such as \`slackgo.T012-U034\`.${idLength}`,
      validate: { schema: idSchema },
    }),
    participantIDs: t.idList({
      required: true,
      description: `User IDs of the other participants, such as \`@15550101002:local-whatsapp.localhost\`: 1 to ${maxIDs.participants}, without duplicates and without your own, each of at most ${maxLength.id} characters.`,
      validate: { schema: idListSchema(maxIDs.participants) },
    }),
    title: t.string({
      description: `Title of the group.${atMost(maxLength.shortText)}`,
      validate: { schema: shortTextSchema },
    }),
    messageText: t.string({
      description: `First message. Some networks require one to create a group.${atMost(maxLength.messageText)}`,
      validate: { schema: messageTextSchema },
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
