import type { Chat } from '../beeper/chats/wire.ts';

/** @returns whether Beeper sends no events of the chat, as of those of iMessage. Before 4.2.808 chats have no network. */
export const isSilent = ({ id, accountID, network }: Chat): boolean =>
  network === null
    ? /^imessage/i.test(accountID) || id.startsWith('imsg##')
    : /^imessage$/i.test(network.trim());
