import { type AppFocused, focusApp } from '../../resolvers/server/focusApp.ts';
import { builder } from '../builder.ts';
import { atMost, idLength, idSchema, maxLength, messageTextSchema } from '../validation.ts';
import { keylessMutation } from '../write.ts';

const FocusAppInput = builder.inputType('FocusAppInput', {
  description: 'What the app shows when it comes to the front.',
  fields: (t) => ({
    chatID: t.id({
      description: `ID of the chat to open, such as \`!NCdzlIaMjZUmvmvyHU:beeper.com\`, or its \`localChatID\`. If omitted, the app shows what it showed last.${idLength}`,
      validate: { schema: idSchema },
    }),
    messageID: t.id({
      description: `ID of the message to scroll to, such as \`1343993\`. Requires \`chatID\`.${idLength}`,
      validate: { schema: idSchema },
    }),
    draftText: t.string({
      description: `Text to put into the message field, exactly as given. Requires \`chatID\`.${atMost(maxLength.messageText)}`,
      validate: { schema: messageTextSchema },
    }),
  }),
});

const FocusAppPayload = builder.objectRef<AppFocused>('FocusAppPayload').implement({
  description: 'Beeper accepted the request.',
  fields: (t) => ({
    isFocused: t.exposeBoolean('isFocused', {
      description:
        'Whether the app came to the front, as Beeper says. False if it could not. Other programs that serve Beeper’s API can return true without having a window.',
    }),
  }),
});

keylessMutation(
  {
    name: 'focusApp',
    description:
      'Brings Beeper to the front on the computer that it runs on, and opens a chat or a message there. Useful only if the person sits at that computer.',
    input: FocusAppInput,
    inputDescription: 'What to show.',
    payload: FocusAppPayload,
    resultDescription: 'Whether the app came to the front, or a typed error.',
  },
  focusApp,
);
