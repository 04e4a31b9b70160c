import type { Chat } from '../../beeper/chats/wire.ts';
import type { User } from '../../beeper/users/wire.ts';

const maxNames = 4;

/** @returns the chat's title, or the names of its participants on apps that do not send one. Makes no upstream call. */
export function title({ title, participants }: Chat): string | null {
  if (title !== null || participants === null) return title;
  const { items, hasMore } = participants;
  const others = items.filter(({ isSelf }) => !isSelf);
  const names = (others.length > 0 ? others : items).flatMap((person) => nameOf(person) ?? []);
  if (names.length === 0) return null;
  const isTruncated = names.length > maxNames || hasMore === true;
  return [...names.slice(0, maxNames), ...(isTruncated ? ['…'] : [])].join(', ');
}

const nameOf = ({ fullName, username, phoneNumber, email }: User): string | null =>
  fullName ?? username ?? phoneNumber ?? email;
