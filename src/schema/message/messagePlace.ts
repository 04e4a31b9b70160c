import { idLength, idSchema } from '../validation.ts';

/** The fields of an input that name a message. */
export const chatIDInput = {
  required: true,
  description: `ID of the chat that contains the message, or its local chat ID.${idLength}`,
  validate: { schema: idSchema },
} as const;

export const messageIDInput = {
  required: true,
  description: `ID of the message. Not a pending ID: wait until the message is sent.${idLength}`,
  validate: { schema: idSchema },
} as const;

/** The fields of a payload that name it. */
export const chatIDField = {
  description:
    'ID of the chat that contains the message. The `chatID` of the input where Beeper’s answer names none.',
} as const;

export const messageIDField = { description: 'ID of the message.' } as const;
