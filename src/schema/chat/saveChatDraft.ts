import { DraftClearedFailure } from '../../failures.ts';
import { saveChatDraft } from '../../resolvers/chat/saveChatDraft.ts';
import { builder } from '../builder.ts';
import './draftClearedError.ts';
import { attachmentFields } from '../message/attachmentInput.ts';
import {
  atMost,
  draftFilesSchema,
  draftTextSchema,
  hasDraftContent,
  maxDraftFiles,
  maxLength,
} from '../validation.ts';
import { keylessMutation } from '../write.ts';
import { changedChatPayload, chatIDField } from './changedChat.ts';

const DraftAttachmentInput = builder.inputType('DraftAttachmentInput', {
  description: 'A file of a draft.',
  fields: attachmentFields,
});

const SaveChatDraftInput = builder.inputType('SaveChatDraftInput', {
  description: 'The chat, and the draft to save.',
  validate: hasDraftContent,
  fields: (t) => ({
    chatID: t.id(chatIDField),
    text: t.string({
      required: true,
      description: `Text of the draft, sent exactly as given. Beeper reads it as Markdown. Can be empty if there are files.${atMost(maxLength.messageText)}`,
      validate: { schema: draftTextSchema },
    }),
    attachments: t.field({
      type: [DraftAttachmentInput],
      description: `Files of the draft: at most ${maxDraftFiles}, each upload once.`,
      validate: { schema: draftFilesSchema },
    }),
    overwrite: t.boolean({
      description:
        'True to replace a draft that the chat may have. If false or omitted, a chat with a draft keeps it and the mutation fails with `BeeperConflictError`.',
    }),
  }),
});

const SaveChatDraftPayload = changedChatPayload('SaveChatDraftPayload', 'Beeper accepted the draft.');

keylessMutation(
  {
    name: 'saveChatDraft',
    description:
      'Saves the unsent message of a chat, so that it appears on all devices of the user. Beeper takes a draft only for a chat without one: with `overwrite`, the gateway clears the earlier draft first and then saves the new one, also if you disconnect in between. If that stops half-way, the result is `BeeperDraftClearedError`. Saving the same draft again succeeds. Requires Beeper Desktop 4.2.808 or newer.',
    input: SaveChatDraftInput,
    inputDescription: 'The chat, and the draft to save.',
    payload: SaveChatDraftPayload,
    resultDescription: 'The chat, or a typed error.',
    ownFailures: [DraftClearedFailure],
  },
  saveChatDraft,
);
