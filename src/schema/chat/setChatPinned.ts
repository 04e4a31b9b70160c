import { setChatPinned } from '../../resolvers/chat/setChatPinned.ts';
import { builder } from '../builder.ts';
import { keylessMutation } from '../write.ts';
import { changedChatPayload, chatIDField } from './changedChat.ts';

const SetChatPinnedInput = builder.inputType('SetChatPinnedInput', {
  description: 'The chat to pin or unpin.',
  fields: (t) => ({
    chatID: t.id(chatIDField),
    isPinned: t.boolean({ required: true, description: 'True to pin the chat, false to unpin it.' }),
  }),
});

const SetChatPinnedPayload = changedChatPayload(
  'SetChatPinnedPayload',
  'Beeper pinned the chat, or unpinned it.',
);

keylessMutation(
  {
    name: 'setChatPinned',
    description:
      'Pins a chat to the top of the inbox, or unpins it. Other participants do not see it. Requires Beeper Desktop 4.2.808 or newer.',
    input: SetChatPinnedInput,
    inputDescription: 'The chat to pin or unpin.',
    payload: SetChatPinnedPayload,
    resultDescription: 'The chat, or a typed error.',
  },
  setChatPinned,
);
