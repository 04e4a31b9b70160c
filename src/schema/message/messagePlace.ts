import { idLength, idSchema } from '../validation.ts';

/** The fields of an input that name a message. */
export const chatIDInput = {
  required: true,
  description: `ID of the chat that contains the message, such as \`!NCdzlIaMjZUmvmvyHU:beeper.com\`, or its \`localChatID\`.${idLength}`,
  validate: { schema: idSchema },
} as const;

export const messageIDInput = {
  required: true,
  description: `ID of the message, such as \`1343993\`. Not a pending ID, such as \`m1694783291234567\`: wait until the message is sent.${idLength}`,
  validate: { schema: idSchema },
} as const;

/** The fields of a payload that name it. */
export const chatIDField = {
  description:
    'ID of the chat that contains the message, as Beeper’s answer names it. If it names none, the `chatID` of the input.',
} as const;

export const messageIDField = { description: 'ID of the message.' } as const;
