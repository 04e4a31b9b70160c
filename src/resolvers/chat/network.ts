import type { Chat } from '../../beeper/chats/wire.ts';
import type { Context } from '../../context.ts';
import { account } from '../account/account.ts';

/** @returns the chat's network, or its account's on apps that do not send it with the chat. */
export async function network({ network, accountID }: Chat, context: Context): Promise<string | null> {
  return network ?? (await account(accountID, context))?.network ?? null;
}
