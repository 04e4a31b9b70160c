import { getChat } from '../beeper/chats/api.ts';
import type { Chat } from '../beeper/chats/wire.ts';
import type { BeeperClient } from '../beeper/client.ts';
import type { Shadow } from './shadow.ts';

export interface ResolvedChats {
  readonly found: readonly Chat[];
  /** All IDs by which events can name the chats: of a merged chat, also those of its parts. */
  readonly wants: ReadonlySet<string>;
  /** What Beeper does not know. */
  readonly missing: readonly string[];
}

/**
 * Reads only chats that are not known.
 * @param chatIDs IDs or local IDs.
 * @throws {Failure} where the chats can't be read.
 */
export async function resolveChats(
  chatIDs: readonly string[],
  { read }: Pick<BeeperClient, 'read'>,
  shadow: Shadow,
): Promise<ResolvedChats> {
  const unknown = chatIDs.filter((id) => !shadow.chat(id));
  const chats = await Promise.all(unknown.map((id) => read(getChat(id))));
  const found = chats.filter((chat) => chat !== null);
  const partIDs = chatIDs.flatMap((id) => shadow.chat(id)?.partIDs ?? []);
  const readIDs = found.flatMap(({ id, merge }) => [id, ...(merge?.chatIDs ?? [])]);
  return {
    found,
    wants: new Set([...chatIDs, ...partIDs, ...readIDs]),
    missing: unknown.filter((_, at) => chats[at] === null),
  };
}
