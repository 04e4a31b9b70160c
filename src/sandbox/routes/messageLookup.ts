import { invalidRequest, notFound } from '../server/apiError.ts';
import type { App } from '../server/route.ts';
import type { Message, WorldChat } from '../world/model.ts';
import { eventIDOf, isPendingID } from '../world/pendingIDs.ts';

/**
 * Finds a message by its final or pending ID, or by its Matrix event ID. The pending ID leads to the message for a day
 * after it was sent.
 *
 * @throws {ApiError} 404 "Message not found".
 */
export function findMessage({ world }: App, chat: WorldChat, messageID: string): Message {
  const sent = world.sentMessage(messageID);
  const message = chat.messages.find(
    (one) => one.id === messageID || one === sent || eventIDOf(one) === messageID,
  );
  if (!message) throw notFound('Message');
  return message;
}

/** @throws {ApiError} 404 for a message that does not exist or was deleted. */
export function findLiveMessage(app: App, chat: WorldChat, messageID: string): Message {
  const message = findMessage(app, chat, messageID);
  if (message.isDeleted) throw notFound('Message');
  return message;
}

/** @throws {ApiError} 400 for a pending ID, also if the message is sent meanwhile; 404 as `findLiveMessage`. */
export function findSentMessage(app: App, chat: WorldChat, messageID: string): Message {
  if (isPendingID(messageID)) {
    const message = 'A pending message ID is not accepted here';
    throw invalidRequest([{ code: 'custom', message, path: ['params', 'messageID'] }]);
  }
  return findLiveMessage(app, chat, messageID);
}
