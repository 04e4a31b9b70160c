import { markChatUnread } from '../../resolvers/chat/markChatUnread.ts';
import { builder } from '../builder.ts';
import { idLength, idSchema } from '../validation.ts';
import { keylessMutation } from '../write.ts';
import { changedChatPayload, chatIDField } from './changedChat.ts';

const MarkChatUnreadInput = builder.inputType('MarkChatUnreadInput', {
  description: 'The chat to mark as unread.',
  fields: (t) => ({
    chatID: t.id(chatIDField),
    fromMessageID: t.id({
      description: `ID of the first message to mark as unread, such as \`1343993\`. If omitted, only the chat is marked.${idLength}`,
      validate: { schema: idSchema },
    }),
  }),
});

const MarkChatUnreadPayload = changedChatPayload(
  'MarkChatUnreadPayload',
  'Beeper marked the chat as unread.',
);

keylessMutation(
  {
    name: 'markChatUnread',
    description:
      'Marks a chat as unread, for you alone: read receipts that were sent stay. Requires Beeper Desktop 4.2.808 or newer.',
    input: MarkChatUnreadInput,
    inputDescription: 'The chat to mark as unread.',
    payload: MarkChatUnreadPayload,
    resultDescription: 'The chat, or a typed error.',
  },
  markChatUnread,
);
