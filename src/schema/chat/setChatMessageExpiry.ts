import { setChatMessageExpiry } from '../../resolvers/chat/setChatMessageExpiry.ts';
import { builder } from '../builder.ts';
import { expirySchema, givenOrNull } from '../validation.ts';
import { keylessMutation } from '../write.ts';
import { changedChatPayload, chatIDField } from './changedChat.ts';

const SetChatMessageExpiryInput = builder.inputType('SetChatMessageExpiryInput', {
  description: 'The chat, and the time after which its messages disappear.',
  fields: (t) => ({
    chatID: t.id(chatIDField),
    seconds: t.int({
      description:
        'Seconds after which new messages disappear. 0 or null to let messages stay. Must be given. `capabilities { disappearingTimer { timers } }` of the chat lists the allowed times, in milliseconds.',
      validate: { schema: expirySchema },
    }),
  }),
  validate: { refine: givenOrNull('seconds') },
});

const SetChatMessageExpiryPayload = changedChatPayload(
  'SetChatMessageExpiryPayload',
  'Beeper changed the time.',
);

keylessMutation(
  {
    name: 'setChatMessageExpiry',
    description:
      'Sets after what time new messages of a chat disappear, for all participants. Requires Beeper Desktop 4.2.808 or newer.',
    input: SetChatMessageExpiryInput,
    inputDescription: 'The chat, and the time after which its messages disappear.',
    payload: SetChatMessageExpiryPayload,
    resultDescription: 'The chat, or a typed error.',
  },
  setChatMessageExpiry,
);
