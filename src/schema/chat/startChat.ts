import { type StartedChat, startChat } from '../../resolvers/chat/startChat.ts';
import { builder } from '../builder.ts';
import {
  atMost,
  emailSchema,
  hasIdentifier,
  idLength,
  idSchema,
  maxLength,
  messageTextSchema,
  phoneNumberSchema,
  shortTextSchema,
  usernameSchema,
} from '../validation.ts';
import { creatingMutation, replayedField } from '../write.ts';
import { firstMessageField } from './firstMessage.ts';
import { chatErrorField, createdChatField } from './writtenChat.ts';

const StartChatContactInput = builder.inputType('StartChatContactInput', {
  description:
    'Everything known about one person. Beeper picks the identifier that works best on the network of the account. Requires at least one of `id`, `email`, `phoneNumber` and `username`.',
  fields: (t) => ({
    id: t.id({
      description: `User ID of the person on this account, such as \`@15550101002:local-whatsapp.localhost\`.${idLength}`,
      validate: { schema: idSchema },
    }),
    email: t.string({
      description: `Email address.${atMost(maxLength.email)}`,
      validate: { schema: emailSchema },
    }),
    fullName: t.string({
      description: `Full name. It only ranks candidates and is not sufficient on its own.${atMost(maxLength.shortText)}`,
      validate: { schema: shortTextSchema },
    }),
    phoneNumber: t.string({
      description: `Phone number, preferably with \`+\` and the country code: \`+1 555 010-1002\`. It is sent in E.164 format. Without \`+\`, it is sent as typed and the network decides on the country.${atMost(maxLength.phoneNumber)}`,
      validate: { schema: phoneNumberSchema },
    }),
    username: t.string({
      description: `Username on the network, with or without the leading \`@\`.${atMost(maxLength.shortText)}`,
      validate: { schema: usernameSchema },
    }),
  }),
  validate: { refine: hasIdentifier },
});

const StartChatUserInput = builder.inputType('StartChatUserInput', {
  description: 'The person to start a chat with. Set exactly one field.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({
      description: `User ID of the person on this account, such as \`@15550101002:local-whatsapp.localhost\`.${idLength}`,
      validate: { schema: idSchema },
    }),
    email: t.string({
      description: `Email address of the person.${atMost(maxLength.email)}`,
      validate: { schema: emailSchema },
    }),
    phoneNumber: t.string({
      description: `Phone number of the person, preferably with \`+\` and the country code: \`+1 555 010-1002\`. It is sent in E.164 format. Without \`+\`, it is sent as typed and the network decides on the country.${atMost(maxLength.phoneNumber)}`,
      validate: { schema: phoneNumberSchema },
    }),
    username: t.string({
      description: `Username of the person on the network, with or without the leading \`@\`.${atMost(maxLength.shortText)}`,
      validate: { schema: usernameSchema },
    }),
    contact: t.field({ type: StartChatContactInput, description: 'Several identifiers of the same person.' }),
  }),
});

const StartChatInput = builder.inputType('StartChatInput', {
  description: 'The person to start a direct chat with, and the account to use.',
  fields: (t) => ({
    accountID: t.id({
      required: true,
      description: `ID of the account to start the chat on, such as \`slackgo.T012-U034\`.${idLength}`,
      validate: { schema: idSchema },
    }),
    user: t.field({
      type: StartChatUserInput,
      required: true,
      description: 'The person to start a chat with.',
    }),
    allowInvite: t.boolean({
      description:
        'Whether an invitation may be sent where the network requires one. If omitted, Beeper decides: since Beeper Desktop 4.2.808 the default is true.',
    }),
    messageText: t.string({
      description: `First message. Beeper sends it only with a new chat and drops it if the chat exists; \`firstMessage\` in the payload reports which.${atMost(maxLength.messageText)}`,
      validate: { schema: messageTextSchema },
    }),
  }),
});

const BeeperStartStatus = builder.enumType('BeeperStartStatus', {
  description: 'Whether `startChat` created the chat.',
  values: {
    EXISTING: { value: 'existing', description: 'A chat with this person already existed.' },
    CREATED: { value: 'created', description: 'A new chat was created.' },
  } as const,
});

const StartChatPayload = builder.objectRef<StartedChat>('StartChatPayload').implement({
  description: 'The direct chat that was found or created.',
  fields: (t) => ({
    chatID: t.exposeID('chatID', { description: 'ID of the chat.' }),
    chat: t.field(createdChatField),
    chatError: t.field(chatErrorField),
    replayed: t.exposeBoolean('replayed', replayedField),
    status: t.expose('status', {
      type: BeeperStartStatus,
      nullable: true,
      description: 'Whether the chat is new. Null if Beeper does not report it.',
    }),
    firstMessage: t.field(firstMessageField),
    personConfirmed: t.boolean({
      nullable: true,
      description:
        'Whether the person whose `id` was given is a participant of the chat that was found. False means that the server found somebody else, so do not write to the chat. Costs no upstream call: null if the chat is not read, which needs `chat` to be selected with more than its ID unless Beeper’s response contains the chat. Also null if the person was given without an `id`, if the chat is new, or if its participants are not all known.',
      resolve: (started) => started.personConfirmed(),
    }),
  }),
});

creatingMutation(
  {
    name: 'startChat',
    description:
      'Finds the direct chat with a person, or creates it. Identify the person by user ID, email address, phone number, username, or several of them. Requires Beeper Desktop 4.2.557 or newer.',
    input: StartChatInput,
    inputDescription: 'The person and the account.',
    payload: StartChatPayload,
    resultDescription: 'The chat, or a typed error.',
  },
  startChat,
);
