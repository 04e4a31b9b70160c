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
}

/**
 * @returns the chat from the answer to the write, or read now.
 * @param onlyID whether only the chat's ID is selected: if Beeper named it, it is returned without a call.
 * @throws {Failure} where the read fails; the write stays a success.
 */
export async function writtenChat(
  { chatID, answer, isInputID = false }: WrittenChat,
  onlyID: boolean,
  { beeper, log }: Context,
): Promise<Chat> {
  if (onlyID && !isInputID) return { id: chatID } as Chat;
  // Where the answer is not a chat, it has no accountID and is not decoded as one.
  const chat = beeper.decode(decodeChat, withID(answer, chatID)) ?? (await beeper.read(getChat(chatID)));
  if (chat) return chat;
  log.warn({ operation: 'chat', code: 'NOT_FOUND' }, 'Written chat not found');
  throw new NotFoundFailure('Beeper did not return the chat.', {
    remedy: 'The mutation succeeded. Read the chat by its chatID later.',
  });
}

const withID = (answer: unknown, id: string): object | null =>
  typeof answer === 'object' && answer !== null ? { ...answer, id } : null;
