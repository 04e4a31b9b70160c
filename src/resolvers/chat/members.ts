import { getChatWithMembers } from '../../beeper/chats/api.ts';
import type { Chat, Participants } from '../../beeper/chats/wire.ts';
import type { Context } from '../../context.ts';

/** @returns the first `count` participants. Makes a call only where the chat came with fewer, and may have more. */
export async function members(
  { id, participants }: Chat,
  count: number,
  { beeper }: Context,
): Promise<Participants | null> {
  if (participants && isEnough(participants, count)) return cut(participants, count);
  const chat = await beeper.read(getChatWithMembers(id, count));
  return chat?.participants ? cut(chat.participants, count) : null;
}

/** Answers to a write were seen with no participants, `hasMore: false` and a `total` of 2. */
const isEnough = ({ items, hasMore, total }: Participants, count: number): boolean =>
  items.length >= count || (total === null ? hasMore === false : items.length >= total);

const cut = ({ items, hasMore, total }: Participants, count: number): Participants => ({
  items: items.slice(0, count),
  hasMore: items.length > count ? true : hasMore,
  total,
});
