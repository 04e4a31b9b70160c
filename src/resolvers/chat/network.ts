import type { Chat } from '../../beeper/chats/wire.ts';
import type { Context } from '../../context.ts';
import { account } from '../account/account.ts';

/** @returns the chat's network, or its account's on apps that do not send it with the chat. */
export function network(
  { network, accountID }: Chat,
  context: Context,
): string | null | Promise<string | null> {
  if (network !== null) return network;
  const found = account(accountID, context);
  return found instanceof Promise ? found.then((one) => one?.network ?? null) : (found?.network ?? null);
}
