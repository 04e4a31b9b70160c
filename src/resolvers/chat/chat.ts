import type { Chat } from '../../beeper/chats/wire.ts';
import type { CreatedChat } from '../../beeper/decode.ts';
import type { Context } from '../../context.ts';
import { NotFoundFailure } from '../../failures.ts';

/**
 * @returns the chat with this ID, or null where Beeper knows none.
 * @throws {Failure} for everything else that can be expected to go wrong.
 */
export function chat(id: string, { beeper }: Context): Promise<Chat | null> {
  return beeper.getChat(id);
}

/**
 * The chat that a write made or found: as the answer brought it, or read now if more than its ID is asked for.
 * @param onlyID whether the caller selects nothing but `id`.
 * @throws {Failure} when that read fails; the write stays a success.
 */
export async function writtenChat(
  { chatID, chat }: CreatedChat,
  onlyID: boolean,
  { beeper }: Context,
): Promise<Chat> {
  // Nothing but the ID is read from it, so nothing but the ID is asked for.
  if (onlyID) return { id: chatID } as Chat;
  const found = chat ?? (await beeper.getChat(chatID));
  if (found) return found;
  throw new NotFoundFailure('Beeper does not find the chat that it just named.', {
    remedy: 'The chat exists: ask for it by its chatID in a moment.',
  });
}
