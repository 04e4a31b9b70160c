import { type ChatChange, type DraftBody, saveDraft, setChatField } from '../../beeper/chatState/api.ts';
import { getChat } from '../../beeper/chats/api.ts';
import type { Chat } from '../../beeper/chats/wire.ts';
import { within } from '../../common/within.ts';
import type { Context } from '../../context.ts';
import { ConflictFailure, DraftClearedFailure, Failure, mayBeDone } from '../../failures.ts';
import { type AttachmentInput, attachmentBody, attachmentPaths } from '../message/attachmentBody.ts';
import { sameText } from '../message/readableText.ts';
import { type ChangedChat, changeChat } from './changeChat.ts';

export interface SaveChatDraftInput {
  readonly chatID: string;
  readonly text: string;
  readonly attachments?: readonly AttachmentInput[] | null | undefined;
  readonly overwrite?: boolean | null | undefined;
}

type Step = 'first' | 'further';

const operation = 'saveChatDraft';

/**
 * Saves a draft. Beeper takes one only for a chat without: with `overwrite` the earlier one is cleared first.
 * @throws {DraftClearedFailure} where the earlier draft was cleared, or may have been, and the new one was not saved.
 */
export async function saveChatDraft(input: SaveChatDraftInput, context: Context): Promise<ChangedChat> {
  if (!input.overwrite) return save(input, context);
  const earlier = knownDraft(input.chatID, context);
  const cleared = await clear(input, context).catch((failure) => {
    throw failure instanceof Failure && mayBeDone(failure)
      ? new DraftClearedFailure('clear', failure, earlier)
      : failure;
  });
  try {
    return await save(input, context, 'further');
  } catch (failure) {
    const isStillThere = cleared.decoded?.draft != null;
    throw failure instanceof Failure && !isStillThere
      ? new DraftClearedFailure('save', failure, earlier)
      : failure;
  }
}

const knownDraft = (chatID: string, { chatsAtHand }: Context): Chat['draft'] => {
  const isMeant = ({ id, localChatID }: Chat) => id === chatID || localChatID === chatID;
  return [...chatsAtHand.values()].find(isMeant)?.draft ?? null;
};

const clear = ({ chatID }: SaveChatDraftInput, context: Context): Promise<ChangedChat> =>
  changeChat(
    chatID,
    setChatField(chatID, 'draft', null),
    { operation, step: 'first', inputPaths: { draft: ['input'] }, shows: () => null },
    context,
  );

/** Saving the draft that is there already is a success: an earlier request can have saved it whose answer was lost. */
async function save(input: SaveChatDraftInput, context: Context, step?: Step): Promise<ChangedChat> {
  const { chatID } = input;
  const shows = (chat: Chat) => showsDraft(chat, input);
  const change: ChatChange = saveDraft(chatID, toBody(input), step === 'further');
  const inputPaths = toInputPaths(input);
  try {
    return await changeChat(chatID, change, { operation, ...(step && { step }), inputPaths, shows }, context);
  } catch (failure) {
    const chat = failure instanceof ConflictFailure ? await readIfPossible(chatID, failure, context) : null;
    if (chat === null || !shows(chat)) throw failure;
    return { chatID: chat.id, answer: null, decoded: chat, confirmed: async () => true };
  }
}

/** @returns null where the chat can't be read, or not in time: then the conflict is the answer. */
const readIfPossible = (
  chatID: string,
  conflict: ConflictFailure,
  { beeper }: Context,
): Promise<Chat | null> =>
  within(maxLookMs, beeper.read(getChat(chatID)), () => conflict).catch((failure) => {
    if (failure instanceof Failure) return null;
    throw failure;
  });

const maxLookMs = 5_000;

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

/** Beeper can give the files other IDs than those of their uploads. */
function showsDraft({ draft }: Chat, { text, attachments }: SaveChatDraftInput): boolean | null {
  const uploads = (attachments ?? []).map(({ uploadID }) => uploadID);
  const files = draft?.attachments ?? [];
  if (draft === null || !sameText(text, draft.text) || files.length !== uploads.length) return false;
  return uploads.every((uploadID) => files.some(({ key }) => key === uploadID)) || null;
}
