import { type Chat, decodeChat } from '../../beeper/chats/wire.ts';
import type { Context } from '../../context.ts';
import { confirmation } from '../confirmation.ts';
import { chatIn, type WrittenChat } from './writtenChat.ts';

/** The check of a chat that was found for a person; both members go into the payload. */
export interface PersonCheck extends Pick<WrittenChat, 'decoded' | 'onRead'> {
  /** @returns whether the person is in the chat; null where the chat is not read, or does not tell. Makes no upstream call. */
  personConfirmed(): Promise<boolean | null>;
}

/**
 * Compares the chat, if it is in the answer or is read anyhow, with the ID that the caller gave: one server of this API
 * takes `@grace:elsewhere` for `@grace:here`. A difference is logged once.
 */
export function checkPerson(
  personID: string | null | undefined,
  { chatID, answer, status }: WrittenChat & { readonly status: 'existing' | 'created' | null },
  { beeper, log }: Context,
): PersonCheck {
  // A new chat may not have its participants yet.
  if (personID == null || status === 'created') return { personConfirmed: async () => null };

  const compare = (chat: Chat): boolean | null => {
    const isConfirmed = hasPerson(chat, personID);
    if (isConfirmed === false)
      log.warn({ operation: 'startChat' }, 'Person is not in the chat that was found');
    return isConfirmed;
  };
  const decoded = beeper.decode(decodeChat, chatIn(answer, chatID));
  const { onRead, confirmed } = confirmation(decoded, compare);
  return { decoded, onRead, personConfirmed: confirmed };
}

/** @returns null where not all participants are known, or only yourself. */
function hasPerson({ participants }: Chat, personID: string): boolean | null {
  if (participants === null) return null;
  const { items, hasMore, total } = participants;
  if (items.some(({ id }) => id === personID)) return true;
  // Some servers count yourself and do not list you.
  const known = items.length + (items.some(({ isSelf }) => isSelf) ? 0 : 1);
  const isIncomplete = hasMore === true || known < (total ?? 0) || items.every(({ isSelf }) => isSelf);
  return isIncomplete ? null : false;
}
