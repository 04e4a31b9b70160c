import { clearChatDraft } from '../../resolvers/chat/clearChatDraft.ts';
import { builder } from '../builder.ts';
import { keylessMutation } from '../write.ts';
import { changedChatPayload, chatIDField } from './changedChat.ts';

const ClearChatDraftInput = builder.inputType('ClearChatDraftInput', {
  description: 'The chat whose draft to delete.',
  fields: (t) => ({
    chatID: t.id(chatIDField),
  }),
});

const ClearChatDraftPayload = changedChatPayload('ClearChatDraftPayload', 'The chat has no draft now.');

keylessMutation(
  {
    name: 'clearChatDraft',
    description:
      'Deletes the draft of a chat, on all devices of the user. Has no effect on a chat without a draft. Requires Beeper Desktop 4.2.808 or newer.',
    input: ClearChatDraftInput,
    inputDescription: 'The chat whose draft to delete.',
    payload: ClearChatDraftPayload,
    resultDescription: 'The chat, or a typed error.',
  },
  clearChatDraft,
);
