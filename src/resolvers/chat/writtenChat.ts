import { getChat } from '../../beeper/chats/api.ts';
import { type Chat, decodeChat } from '../../beeper/chats/wire.ts';
import type { Context } from '../../context.ts';
import { NotFoundFailure } from '../../failures.ts';

/** The payload of a mutation that wrote to a chat. */
export interface WrittenChat {
  readonly chatID: string;
  /** Beeper's answer to the write, which may be the chat; null where there is none. */
  readonly answer: unknown;
  /** True if `chatID` is the caller's, which can be a local chat ID, because Beeper's response names none. */
  readonly isInputID?: boolean;
  /** The chat in `answer`, where it has been decoded. */
  readonly decoded?: Chat | null;
  /** Takes the chat when more than its ID is selected. */
  readonly onRead?: (chat: Promise<Chat>) => void;
}

/**
 * @returns the chat from the answer to the write, or read now.
 * @param onlyID whether only the chat's ID is selected: if Beeper named it, it is returned without a call.
 * @throws {Failure} where the read fails; the write stays a success.
 */
export async function writtenChat(written: WrittenChat, onlyID: boolean, context: Context): Promise<Chat> {
  const { chatID, isInputID = false } = written;
  if (onlyID && !isInputID) return { id: chatID } as Chat;
  const chat = readWrittenChat(written, context);
  written.onRead?.(chat);
  return chat;
}

async function readWrittenChat(
  { chatID, answer, decoded }: WrittenChat,
  { beeper, chatsAtHand, log }: Context,
): Promise<Chat> {
  const inAnswer = decoded === undefined ? beeper.decode(decodeChat, chatIn(answer, chatID)) : decoded;
  const chat = inAnswer ?? (await beeper.read(getChat(chatID)));
  if (chat) {
    chatsAtHand.set(chat.id, chat);
    return chat;
  }
  log.warn({ operation: 'chat', code: 'NOT_FOUND' }, 'Written chat not found');
  throw new NotFoundFailure('Beeper did not return the chat.');
}

/**
 * @returns the chat in an answer to a write, with its ID, which older apps call `chatID`; null where the answer is not a
 * chat: then it has no account.
 */
export const chatIn = (answer: unknown, id: string): object | null =>
  typeof answer === 'object' && answer !== null && 'accountID' in answer ? { ...answer, id } : null;
