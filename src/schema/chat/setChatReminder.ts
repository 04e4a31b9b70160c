import { setChatReminder } from '../../resolvers/chat/setChatReminder.ts';
import { builder } from '../builder.ts';
import { timeSchema } from '../validation.ts';
import { keylessMutation } from '../write.ts';
import { changedChatPayload, chatIDField } from './changedChat.ts';

const SetChatReminderInput = builder.inputType('SetChatReminderInput', {
  description: 'The chat, and when to be reminded of it.',
  fields: (t) => ({
    chatID: t.id(chatIDField),
    remindAt: t.field({
      type: 'DateTime',
      required: true,
      description: 'When to be reminded. Must be in the future, by the clock of the gateway.',
      validate: { schema: timeSchema },
    }),
    dismissOnIncomingMessage: t.boolean({
      description:
        'True to drop the reminder if a message arrives in the chat before. If omitted, Beeper decides.',
    }),
  }),
});

const SetChatReminderPayload = changedChatPayload('SetChatReminderPayload', 'Beeper set the reminder.');

keylessMutation(
  {
    name: 'setChatReminder',
    description:
      'Reminds you of a chat at a time. Replaces an earlier reminder of the chat. Other participants do not see it.',
    input: SetChatReminderInput,
    inputDescription: 'The chat, and when to be reminded of it.',
    payload: SetChatReminderPayload,
    resultDescription: 'The chat, or a typed error.',
  },
  setChatReminder,
);
