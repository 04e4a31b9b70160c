import { setChatTitle } from '../../resolvers/chat/setChatTitle.ts';
import { builder } from '../builder.ts';
import { atMost, givenOrNull, maxLength, titleSchema } from '../validation.ts';
import { keylessMutation } from '../write.ts';
import { changedChatPayload, chatIDField } from './changedChat.ts';

const SetChatTitleInput = builder.inputType('SetChatTitleInput', {
  description: 'The chat, and its new title.',
  fields: (t) => ({
    chatID: t.id(chatIDField),
    title: t.string({
      description: `New title, sent exactly as given. Null to remove it; Beeper then makes one from the participants. Must be given.${atMost(maxLength.shortText)}`,
      validate: { schema: titleSchema },
    }),
  }),
  validate: { refine: givenOrNull('title') },
});

const SetChatTitlePayload = changedChatPayload('SetChatTitlePayload', 'Beeper changed the title.');

keylessMutation(
  {
    name: 'setChatTitle',
    description:
      'Sets the title of a chat, or removes it. On many networks the other participants see the new title of a group; `capabilities { state { title { level } } }` of the chat tells whether it can be changed. Requires Beeper Desktop 4.2.808 or newer.',
    input: SetChatTitleInput,
    inputDescription: 'The chat, and its new title.',
    payload: SetChatTitlePayload,
    resultDescription: 'The chat, or a typed error.',
  },
  setChatTitle,
);
