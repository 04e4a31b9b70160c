import type { ChangedMessage } from '../../resolvers/message/changeMessage.ts';
import { editMessage } from '../../resolvers/message/editMessage.ts';
import { builder } from '../builder.ts';
import { atMost, editedTextSchema, maxLength } from '../validation.ts';
import { confirmedField, keylessMutation } from '../write.ts';
import { chatIDField, chatIDInput, messageIDField, messageIDInput } from './messagePlace.ts';
import { messageErrorField, writtenMessageField } from './writtenMessage.ts';

const EditMessageInput = builder.inputType('EditMessageInput', {
  description: 'The message to edit, and its new text.',
  fields: (t) => ({
    chatID: t.id(chatIDInput),
    messageID: t.id(messageIDInput),
    text: t.string({
      required: true,
      description: `The new text, which replaces the old one. Reaches Beeper unchanged; Beeper turns Markdown into formatting. To let a user edit a message, begin with its \`plainText\`, not with \`text\`, whose HTML and escapes would be sent as text. Must not be blank.${atMost(maxLength.messageText)}`,
      validate: { schema: editedTextSchema },
    }),
  }),
});

const EditMessagePayload = builder.objectRef<ChangedMessage>('EditMessagePayload').implement({
  description: 'Beeper accepted the new text of the message.',
  fields: (t) => ({
    chatID: t.exposeID('chatID', chatIDField),
    messageID: t.exposeID('messageID', messageIDField),
    message: t.field(writtenMessageField),
    messageError: t.field(messageErrorField),
    confirmed: t.boolean(confirmedField('message')),
  }),
});

keylessMutation(
  {
    name: 'editMessage',
    description:
      'Replaces the text of a message that you sent. Networks limit how often and how long after sending a message can be edited; see `BeeperMessage.viewerCanEdit`. Some networks drop a late edit without an error; see `confirmed`. Never repeated by the gateway, because networks count edits. Requires Beeper Desktop 4.2.499 or newer.',
    input: EditMessageInput,
    inputDescription: 'The message to edit, and its new text.',
    payload: EditMessagePayload,
    resultDescription: 'The message, or a typed error.',
  },
  editMessage,
);
