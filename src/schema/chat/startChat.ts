import { type StartedChat, startChat } from '../../resolvers/chat/startChat.ts';
import { builder } from '../builder.ts';
import { writeCost } from '../cost.ts';
import { writeFailures } from '../errors.ts';
import { emailSchema, hasIdentifier, idSchema, nonBlankText, phoneNumberSchema } from '../validation.ts';
import { idempotencyKeyArg, replayedField, writtenChatField } from '../write.ts';

const StartChatContactInput = builder.inputType('StartChatContactInput', {
  description:
    'A merged contact: all that you know of one person. Beeper picks the identifier that works best on the account’s network. At least one of `id`, `email`, `phoneNumber` and `username` is needed.',
  fields: (t) => ({
    id: t.id({ description: 'The person’s ID, where it is known.', validate: { schema: idSchema } }),
    email: t.string({ description: 'An e-mail address.', validate: { schema: emailSchema } }),
    fullName: t.string({
      description: 'The name: it ranks candidates, and identifies nobody by itself.',
      validate: { schema: nonBlankText },
    }),
    phoneNumber: t.string({
      description: 'A phone number, best in E.164 (`+15550101002`).',
      validate: { schema: phoneNumberSchema },
    }),
    username: t.string({ description: 'A handle on the network.', validate: { schema: nonBlankText } }),
  }),
  validate: { refine: hasIdentifier },
});

const StartChatUserInput = builder.inputType('StartChatUserInput', {
  description: 'The person to write to: exactly one of these.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'By ID on this account.', validate: { schema: idSchema } }),
    email: t.string({ description: 'By e-mail address.', validate: { schema: emailSchema } }),
    phoneNumber: t.string({
      description: 'By phone number, best in E.164 (`+15550101002`).',
      validate: { schema: phoneNumberSchema },
    }),
    username: t.string({ description: 'By handle on the network.', validate: { schema: nonBlankText } }),
    contact: t.field({ type: StartChatContactInput, description: 'By all that is known of the person.' }),
  }),
});

const StartChatInput = builder.inputType('StartChatInput', {
  description: 'Whom to start a direct chat with, and on which account.',
  fields: (t) => ({
    accountID: t.id({
      required: true,
      description: 'The account to start the chat on.',
      validate: { schema: idSchema },
    }),
    user: t.field({ type: StartChatUserInput, required: true, description: 'The person to write to.' }),
    allowInvite: t.boolean({
      description:
        'Whether the person may be sent an invitation where the network needs one. Left out, Beeper decides; its newer versions allow it.',
    }),
    messageText: t.string({
      description:
        'The first message. It is sent only if a new chat is made; on an existing one Beeper drops it: see `firstMessage`.',
      validate: { schema: nonBlankText },
    }),
  }),
});

const BeeperStartStatus = builder.enumType('BeeperStartStatus', {
  description: 'Whether the chat is new.',
  values: {
    EXISTING: { value: 'existing', description: 'There was a chat with this person; it is used again.' },
    CREATED: { value: 'created', description: 'A new chat was made.' },
  } as const,
});

const BeeperFirstMessage = builder.enumType('BeeperFirstMessage', {
  description: 'What became of `messageText`.',
  values: {
    NOT_REQUESTED: { description: 'There was none.' },
    SENT: { description: 'It was sent with the new chat.' },
    NOT_SENT_CHAT_EXISTED: {
      description: 'It was not sent, since the chat existed. Send it as a message of its own.',
    },
    UNKNOWN: { description: 'Beeper does not say. Look at the chat before you send it again.' },
  },
});

const StartChatPayload = builder.objectRef<StartedChat>('StartChatPayload').implement({
  description: 'There is a chat with this person now.',
  fields: (t) => ({
    chatID: t.exposeID('chatID', { description: 'The ID of the chat; always there.' }),
    chat: t.field(writtenChatField),
    replayed: t.exposeBoolean('replayed', replayedField),
    status: t.expose('status', {
      type: BeeperStartStatus,
      nullable: true,
      description: 'Whether the chat is new; null where Beeper does not say.',
    }),
    firstMessage: t.expose('firstMessage', {
      type: BeeperFirstMessage,
      description: 'What became of `messageText`.',
    }),
  }),
});

builder.mutationField('startChat', (t) =>
  t.field({
    type: StartChatPayload,
    nullable: true,
    description:
      'Finds the direct chat with a person, or starts one: by ID, e-mail address, phone number, handle, or all that is known. Needs Beeper Desktop 4.2.557 or newer. Null only after a surprise, which stands in `errors`.',
    args: {
      input: t.arg({ type: StartChatInput, required: true, description: 'Whom to write to.' }),
      idempotencyKey: t.arg.string(idempotencyKeyArg),
    },
    errors: {
      types: writeFailures,
      union: { name: 'StartChatResult', description: 'The chat, or why there is none.' },
    },
    extensions: { cost: writeCost },
    resolve: (_root, { input, idempotencyKey }, context) => startChat(input, idempotencyKey, context),
  }),
);
