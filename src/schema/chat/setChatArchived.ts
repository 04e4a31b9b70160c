import { setChatArchived } from '../../resolvers/chat/setChatArchived.ts';
import { builder } from '../builder.ts';
import { keylessMutation } from '../write.ts';
import { changedChatPayload, chatIDField } from './changedChat.ts';

const SetChatArchivedInput = builder.inputType('SetChatArchivedInput', {
  description: 'The chat to archive or unarchive.',
  fields: (t) => ({
    chatID: t.id(chatIDField),
    isArchived: t.boolean({
      required: true,
      description: 'True to move the chat to the archive, false to move it back to the inbox.',
    }),
  }),
});

const SetChatArchivedPayload = changedChatPayload(
  'SetChatArchivedPayload',
  'Beeper moved the chat to the archive, or back to the inbox.',
);

keylessMutation(
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
