import { getChat } from '../../beeper/chats/api.ts';
import { type Chat, decodeChat } from '../../beeper/chats/wire.ts';
import type { Context } from '../../context.ts';
import { NotFoundFailure } from '../../failures.ts';

/** The payload of a mutation that wrote to a chat. */
export interface WrittenChat {
  readonly chatID: string;
  /** Beeper's answer to the write, which may be the chat; null where there is none. */
  readonly answer: unknown;
}

/**
 * @returns the chat from the answer to the write, or read now.
 * @param onlyID whether only the chat's ID is selected: it is returned without a call.
 * @throws {Failure} where the read fails; the write stays a success.
 */
export async function writtenChat(
  { chatID, answer }: WrittenChat,
  onlyID: boolean,
  { beeper }: Context,
): Promise<Chat> {
  if (onlyID) return { id: chatID } as Chat;
  // Where the answer is not a chat, it has no accountID and is not decoded as one.
  const chat = decodeChat(withID(answer, chatID)) ?? (await beeper.read(getChat(chatID)));
  if (chat) return chat;
  throw new NotFoundFailure('Beeper does not find the chat that it just named.', {
    remedy: 'The chat exists. Read it by its chatID in a moment.',
  });
}

const withID = (answer: unknown, id: string): object | null =>
  typeof answer === 'object' && answer !== null ? { ...answer, id } : null;
