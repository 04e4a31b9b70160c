import { type DraftBody, setChatField } from '../../beeper/chatState/api.ts';
import type { Chat } from '../../beeper/chats/wire.ts';
import type { Context } from '../../context.ts';
import { DraftClearedFailure, Failure } from '../../failures.ts';
import { type AttachmentInput, attachmentBody, attachmentPaths } from '../message/attachmentBody.ts';
import { sameText } from '../message/readableText.ts';
import { type ChangedChat, changeChat } from './changeChat.ts';

export interface SaveChatDraftInput {
  readonly chatID: string;
  readonly text: string;
  readonly attachments?: readonly AttachmentInput[] | null | undefined;
  readonly overwrite?: boolean | null | undefined;
}

const operation = 'saveChatDraft';

/**
 * Saves a draft. Beeper takes one only for a chat without: with `overwrite` the earlier one is cleared first.
 * @throws {DraftClearedFailure} where the earlier draft was cleared and the new one was not saved.
 */
export async function saveChatDraft(input: SaveChatDraftInput, context: Context): Promise<ChangedChat> {
  const { chatID, overwrite } = input;
  const save = (step: { readonly isFurtherStep?: true } = {}) =>
    changeChat(
      chatID,
      setChatField(chatID, 'draft', toBody(input)),
      {
        operation,
        ...step,
        inputPaths: toInputPaths(input),
        shows: (chat) => showsDraft(chat, input),
      },
      context,
    );
  if (!overwrite) return save();

  const earlier = context.chatsAtHand.get(chatID)?.draft ?? null;
  await changeChat(
    chatID,
    setChatField(chatID, 'draft', null),
    { operation, inputPaths: { draft: ['input'] }, shows: () => null },
    context,
  );
  try {
    return await save({ isFurtherStep: true });
  } catch (failure) {
    throw failure instanceof Failure ? new DraftClearedFailure(failure, earlier) : failure;
  }
}

const toBody = ({ text, attachments }: SaveChatDraftInput): DraftBody => ({
  text,
  attachments: attachments?.length
    ? Object.fromEntries(attachments.map((file) => [file.uploadID, attachmentBody(file)]))
    : undefined,
});

function toInputPaths({ attachments }: SaveChatDraftInput): Record<string, readonly string[]> {
  const files = (attachments ?? []).map((file, n) =>
    attachmentPaths(`draft.attachments.${file.uploadID}`, ['input', 'attachments', String(n)]),
  );
  return Object.assign({ draft: ['input'], 'draft.text': ['input', 'text'] }, ...files);
}

function showsDraft({ draft }: Chat, { text, attachments }: SaveChatDraftInput): boolean {
  const files = draft?.attachments?.length ?? 0;
  return draft !== null && sameText(text, draft.text) && files === (attachments?.length ?? 0);
}
