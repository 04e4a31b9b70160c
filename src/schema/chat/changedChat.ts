import type { ObjectRef } from '@pothos/core';
import type { ChangedChat } from '../../resolvers/chat/changeChat.ts';
import { builder } from '../builder.ts';
import { idLength, idSchema } from '../validation.ts';
import { confirmedField } from '../write.ts';
import { chatErrorField, writtenChatField } from './writtenChat.ts';

type SchemaTypes = (typeof builder)['$inferSchemaTypes'];

/** The options of the input field that names the chat. */
export const chatIDField = {
  required: true,
  description: `ID of the chat, such as \`!NCdzlIaMjZUmvmvyHU:beeper.com\`, or its \`localChatID\`.${idLength}`,
  validate: { schema: idSchema },
} as const;

/** @returns the payload of a mutation that changes the state of a chat. */
export const changedChatPayload = (name: string, description: string): ObjectRef<SchemaTypes, ChangedChat> =>
  builder.objectRef<ChangedChat>(name).implement({
    description,
    fields: (t) => ({
      chatID: t.exposeID('chatID', {
        description:
          'ID of the chat, as Beeper’s answer names it. If it names none, as before Beeper Desktop 4.2.808, the `chatID` of the input.',
      }),
      chat: t.field(writtenChatField),
      chatError: t.field(chatErrorField),
      confirmed: t.boolean(confirmedField('chat')),
    }),
  });
