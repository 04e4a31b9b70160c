import { setChatLowPriority } from '../../resolvers/chat/setChatLowPriority.ts';
import { builder } from '../builder.ts';
import { keylessMutation } from '../write.ts';
import { changedChatPayload, chatIDField } from './changedChat.ts';

const SetChatLowPriorityInput = builder.inputType('SetChatLowPriorityInput', {
  description: 'The chat to move.',
  fields: (t) => ({
    chatID: t.id(chatIDField),
    isLowPriority: t.boolean({
      required: true,
      description: 'True to move the chat to the low-priority inbox, false to move it back.',
    }),
  }),
});

const SetChatLowPriorityPayload = changedChatPayload('SetChatLowPriorityPayload', 'Beeper moved the chat.');

keylessMutation(
  {
    name: 'setChatLowPriority',
    description:
      'Moves a chat to the low-priority inbox, or back to the primary one. Other participants do not see it. Requires Beeper Desktop 4.2.808 or newer.',
    input: SetChatLowPriorityInput,
    inputDescription: 'The chat to move.',
    payload: SetChatLowPriorityPayload,
    resultDescription: 'The chat, or a typed error.',
  },
  setChatLowPriority,
);
