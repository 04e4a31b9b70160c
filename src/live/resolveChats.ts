import { getChat } from '../beeper/chats/api.ts';
import type { Chat } from '../beeper/chats/wire.ts';
import type { BeeperClient } from '../beeper/client.ts';

export interface ResolvedChats {
  readonly found: readonly Chat[];
  /** All IDs by which events can name the chats: of a merged chat, also those of its parts. */
  readonly wants: ReadonlySet<string>;
  /** What Beeper does not know. */
  readonly missing: readonly string[];
}

/**
 * @param chatIDs IDs or local IDs.
 * @throws {Failure} where the chats can't be read.
 */
export async function resolveChats(
  chatIDs: readonly string[],
  { read }: Pick<BeeperClient, 'read'>,
): Promise<ResolvedChats> {
  const chats = await Promise.all(chatIDs.map((id) => read(getChat(id))));
  const found = chats.filter((chat) => chat !== null);
  const wants = found.flatMap(({ id, merge }) => [id, ...(merge?.chatIDs ?? [])]);
  return {
    found,
    wants: new Set([...wants, ...chatIDs]),
    missing: chatIDs.filter((_, at) => chats[at] === null),
  };
}
