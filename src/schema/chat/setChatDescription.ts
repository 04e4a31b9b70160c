import { setChatDescription } from '../../resolvers/chat/setChatDescription.ts';
import { builder } from '../builder.ts';
import { atMost, descriptionSchema, givenOrNull, maxLength } from '../validation.ts';
import { keylessMutation } from '../write.ts';
import { changedChatPayload, chatIDField } from './changedChat.ts';

const SetChatDescriptionInput = builder.inputType('SetChatDescriptionInput', {
  description: 'The chat, and its new description.',
  fields: (t) => ({
    chatID: t.id(chatIDField),
    description: t.string({
      description: `New description, sent exactly as given. Null to remove it. Must be given.${atMost(maxLength.messageText)}`,
      validate: { schema: descriptionSchema },
    }),
  }),
  validate: { refine: givenOrNull('description') },
});

const SetChatDescriptionPayload = changedChatPayload(
  'SetChatDescriptionPayload',
  'Beeper changed the description.',
);

keylessMutation(
  {
    name: 'setChatDescription',
    description:
      'Sets the description of a group, or removes it. The other participants see it; `capabilities { state { description { level } } }` of the chat tells whether it can be changed. Requires Beeper Desktop 4.2.808 or newer.',
    input: SetChatDescriptionInput,
    inputDescription: 'The chat, and its new description.',
    payload: SetChatDescriptionPayload,
    resultDescription: 'The chat, or a typed error.',
  },
  setChatDescription,
);
