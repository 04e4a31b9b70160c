import { markChatRead } from '../../resolvers/chat/markChatRead.ts';
import { builder } from '../builder.ts';
import { idLength, idSchema } from '../validation.ts';
import { keylessMutation } from '../write.ts';
import { changedChatPayload, chatIDField } from './changedChat.ts';

const MarkChatReadInput = builder.inputType('MarkChatReadInput', {
  description: 'The chat to mark as read.',
  fields: (t) => ({
    chatID: t.id(chatIDField),
    upToMessageID: t.id({
      description: `ID of the last message that was read, such as \`1343993\`. If omitted, all messages are marked as read. The mark never goes back: if later messages are marked already, nothing changes.${idLength}`,
      validate: { schema: idSchema },
    }),
  }),
});

const MarkChatReadPayload = changedChatPayload('MarkChatReadPayload', 'Beeper marked the chat as read.');

keylessMutation(
  {
    name: 'markChatRead',
    description:
      'Marks a chat as read. On many networks the other participants see it as a read receipt. To go back, use `markChatUnread`. Requires Beeper Desktop 4.2.808 or newer.',
    input: MarkChatReadInput,
    inputDescription: 'The chat to mark as read.',
    payload: MarkChatReadPayload,
    resultDescription: 'The chat, or a typed error.',
  },
  markChatRead,
);
