import { setChatMuted } from '../../resolvers/chat/setChatMuted.ts';
import { builder } from '../builder.ts';
import { keylessMutation } from '../write.ts';
import { changedChatPayload, chatIDField } from './changedChat.ts';

const SetChatMutedInput = builder.inputType('SetChatMutedInput', {
  description: 'The chat to mute or unmute.',
  fields: (t) => ({
    chatID: t.id(chatIDField),
    isMuted: t.boolean({ required: true, description: 'True to mute the chat, false to unmute it.' }),
  }),
});

const SetChatMutedPayload = changedChatPayload(
  'SetChatMutedPayload',
  'Beeper muted the chat, or unmuted it.',
);

keylessMutation(
  {
    name: 'setChatMuted',
    description:
      'Mutes a chat, so that you get no notifications of its messages, or unmutes it. Another device or the network can unmute it at any time; read `isMuted` to know. Other participants do not see it. Requires Beeper Desktop 4.2.808 or newer.',
    input: SetChatMutedInput,
    inputDescription: 'The chat to mute or unmute.',
    payload: SetChatMutedPayload,
    resultDescription: 'The chat, or a typed error.',
  },
  setChatMuted,
);
