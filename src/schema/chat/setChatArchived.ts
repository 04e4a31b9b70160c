import { setChatArchived } from '../../resolvers/chat/setChatArchived.ts';
import type { WrittenChat } from '../../resolvers/chat/writtenChat.ts';
import { builder } from '../builder.ts';
import { idLength, idSchema } from '../validation.ts';
import { idempotentMutation } from '../write.ts';
import { chatErrorField, writtenChatField } from './writtenChat.ts';

const SetChatArchivedInput = builder.inputType('SetChatArchivedInput', {
  description: 'The chat to archive or unarchive.',
  fields: (t) => ({
    chatID: t.id({
      required: true,
      description: `ID of the chat, or its local chat ID.${idLength}`,
      validate: { schema: idSchema },
    }),
    isArchived: t.boolean({
      required: true,
      description: 'True to move the chat to the archive, false to move it back to the inbox.',
    }),
  }),
});

const SetChatArchivedPayload = builder.objectRef<WrittenChat>('SetChatArchivedPayload').implement({
  description: 'The chat has the requested archive state.',
  fields: (t) => ({
    chatID: t.exposeID('chatID', {
      description: 'ID of the chat. Before Beeper Desktop 4.2.808, the `chatID` of the input.',
    }),
    chat: t.field(writtenChatField),
    chatError: t.field(chatErrorField),
  }),
});

idempotentMutation(
  {
    name: 'setChatArchived',
    description:
      'Moves a chat to the archive, or back to the inbox. Other participants do not see it. Running it twice has the same effect as running it once.',
    input: SetChatArchivedInput,
    inputDescription: 'The chat to archive or unarchive.',
    payload: SetChatArchivedPayload,
    resultDescription: 'The chat, or a typed error.',
  },
  setChatArchived,
);
