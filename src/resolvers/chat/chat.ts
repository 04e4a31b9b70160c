import { getChat } from '../../beeper/chats/api.ts';
import type { Chat } from '../../beeper/chats/wire.ts';
import type { Context } from '../../context.ts';

/** @returns the chat, or null where Beeper knows no chat with this ID. */
export function chat(id: string, { beeper }: Context): Promise<Chat | null> {
  return beeper.read(getChat(id));
}
