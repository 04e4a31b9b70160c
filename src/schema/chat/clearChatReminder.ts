import { clearChatReminder } from '../../resolvers/chat/clearChatReminder.ts';
import { builder } from '../builder.ts';
import { keylessMutation } from '../write.ts';
import { changedChatPayload, chatIDField } from './changedChat.ts';

const ClearChatReminderInput = builder.inputType('ClearChatReminderInput', {
  description: 'The chat whose reminder to remove.',
  fields: (t) => ({
    chatID: t.id(chatIDField),
  }),
});

const ClearChatReminderPayload = changedChatPayload(
  'ClearChatReminderPayload',
  'The chat has no reminder now.',
);

keylessMutation(
  {
    name: 'clearChatReminder',
    description: 'Removes the reminder of a chat. Has no effect on a chat without a reminder.',
    input: ClearChatReminderInput,
    inputDescription: 'The chat whose reminder to remove.',
    payload: ClearChatReminderPayload,
    resultDescription: 'The chat, or a typed error.',
  },
  clearChatReminder,
);
