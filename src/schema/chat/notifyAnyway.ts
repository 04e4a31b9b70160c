import { notifyAnyway } from '../../resolvers/chat/notifyAnyway.ts';
import { builder } from '../builder.ts';
import { keylessMutation } from '../write.ts';
import { changedChatPayload, chatIDField } from './changedChat.ts';

const NotifyAnywayInput = builder.inputType('NotifyAnywayInput', {
  description: 'The chat with the person to notify.',
  fields: (t) => ({
    chatID: t.id(chatIDField),
  }),
});

const NotifyAnywayPayload = changedChatPayload(
  'NotifyAnywayPayload',
  'Beeper asked the network to notify the person. `confirmed` is always null: a chat does not show whether somebody was notified.',
);

keylessMutation(
  {
    name: 'notifyAnyway',
    description:
      'Notifies the other person of your last message even if they have silenced notifications. Works only for iMessage on a Mac; fails on other networks. Requires Beeper Desktop 4.2.808 or newer.',
    input: NotifyAnywayInput,
    inputDescription: 'The chat with the person to notify.',
    payload: NotifyAnywayPayload,
    resultDescription: 'The chat, or a typed error.',
  },
  notifyAnyway,
);
