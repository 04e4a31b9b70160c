import { ApiError, notFound } from '../server/apiError.ts';
import type { App } from '../server/route.ts';
import { atLeast, sinceVersion } from '../server/version.ts';
import type { WorldAccount, WorldChat } from '../world/model.ts';

/** @throws {ApiError} 404 "Account not found". */
export function findAccount({ world }: App, accountID: string): WorldAccount {
  const account = world.account(accountID);
  if (!account) throw notFound('Account');
  return account;
}

/**
 * Finds a chat by ID or local ID.
 *
 * @throws {ApiError} 404 "Chat not found", or 500 for a chat with the playground contact `follow-up-fails`.
 */
export function findChat({ world, version }: App, chatID: string): WorldChat {
  const chat = world.chat(chatID);
  if (!chat || (chat.merge && !atLeast(version, sinceVersion.mergedChats))) throw notFound('Chat');
  if (chat.participants.some(({ id }) => id === '@follow-up-fails:playground')) {
    throw new ApiError(500, 'INTERNAL_ERROR', 'This chat cannot be read');
  }
  return chat;
}
