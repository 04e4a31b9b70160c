import {
  type SendMessageInput as Input,
  type MessageSent,
  sendMessage,
} from '../../resolvers/message/sendMessage.ts';
import { builder } from '../builder.ts';
import { chatErrorField, writtenChatField } from '../chat/writtenChat.ts';
import { atMost, idLength, idSchema, maxLength, messageTextSchema, onlyTextSchema } from '../validation.ts';
import { creatingMutation, replayedField } from '../write.ts';
import { attachmentFields } from './attachmentInput.ts';
import { messageErrorField, writtenMessageField } from './writtenMessage.ts';

const SendAttachmentInput = builder.inputType('SendAttachmentInput', {
  description: 'A file to send, with or without a caption. Requires Beeper Desktop 4.2.499 or newer.',
  fields: (t) => ({
    ...attachmentFields(t),
    caption: t.string({
      description: `Text that is sent with the file, in the same message. Beeper reads it as Markdown. Sent exactly as given. Must not be blank: omit it to send the file alone. \`capabilities { attachments { maxCaptionLength } }\` of the chat limits its length, in Unicode code points.${atMost(maxLength.messageText)}`,
      validate: { schema: messageTextSchema },
    }),
  }),
});

const SendMessageContentInput = builder.inputType('SendMessageContentInput', {
  description: 'The content of a message. Set exactly one of `text` and `attachment`.',
  isOneOf: true,
  fields: (t) => ({
    text: t.string({
      description: `Text of the message. Beeper reads it as Markdown: \`**bold**\` becomes bold where the network has formatting. Sent exactly as given, spaces and line ends included. Must not be blank. \`capabilities { maxTextLength }\` of the chat limits its length, in Unicode code points. Other programs that serve Beeper’s API may take a text that begins with \`/\` for a command and send nothing.${atMost(maxLength.messageText)}`,
      validate: { schema: onlyTextSchema },
    }),
    attachment: t.field({ type: SendAttachmentInput, description: 'A file, with or without a caption.' }),
  }),
});

const SendMessageInput = builder.inputType('SendMessageInput', {
  description: 'The message to send, and the chat to send it to.',
  fields: (t) => ({
    chatID: t.id({
      required: true,
      description: `ID of the chat, such as \`!NCdzlIaMjZUmvmvyHU:beeper.com\`, or its \`localChatID\`. A merged chat passes the message on to one of its chats; \`chatID\` of the payload names that chat.${idLength}`,
      validate: { schema: idSchema },
    }),
    content: t.field({
      type: SendMessageContentInput,
      required: true,
      description: 'The text or the file.',
    }),
    replyToMessageID: t.id({
      description: `ID of the message that this one replies to, such as \`1343993\`. If Beeper does not know it, nothing is sent.${idLength}`,
      validate: { schema: idSchema },
    }),
  }),
});

const SendMessagePayload = builder.objectRef<MessageSent>('SendMessagePayload').implement({
  description:
    'Beeper accepted the message for sending. It can still fail: `message { sendStatus { status } }` tells what became of it.',
  fields: (t) => ({
    chatID: t.exposeID('chatID', {
      description:
        'ID of the chat that the message goes to, as Beeper says: one of its chats for a merged chat.',
    }),
    pendingMessageID: t.exposeID('pendingMessageID', {
      description:
        'ID of the message while it is being sent, such as `m1694783291234567`. The query `message` takes it, and from Beeper Desktop 4.2.808 on finds the message by it also when that has its final ID. If `resolvedByLooking` is true, this is the ID under which the message was found.',
    }),
    message: t.field(writtenMessageField),
    messageError: t.field(messageErrorField),
    chat: t.field(writtenChatField),
    chatError: t.field(chatErrorField),
    replayed: t.exposeBoolean('replayed', replayedField),
    resolvedByLooking: t.exposeBoolean('resolvedByLooking', {
      description:
        'True if Beeper’s response was lost and the gateway found the message in the chat: one of your own, the only one with this text since it was sent.',
    }),
  }),
});

creatingMutation<Input, MessageSent>(
  {
    name: 'sendMessage',
    description:
      'Sends a message to a chat. With an `idempotencyKey` it is sent once: if Beeper’s response is lost, the gateway looks for the message in the chat instead of sending it again, also each time the request is repeated. Without a key, running it twice sends it twice.',
    input: SendMessageInput,
    inputDescription: 'The message to send.',
    payload: SendMessagePayload,
    resultDescription: 'The message, as Beeper accepted it, or a typed error.',
  },
  sendMessage,
);
