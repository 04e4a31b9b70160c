import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { conflict, forbidden, invalidRequest, notFound } from '../server/apiError.ts';
import { type ApiResponse, json } from '../server/response.ts';
import { type App, defineRoute, isBeeper } from '../server/route.ts';
import { sinceVersion } from '../server/version.ts';
import type { Message, WorldChat } from '../world/model.ts';
import { isPendingID } from '../world/pendingIDs.ts';
import { addReaction, isSameKey, removeReaction } from '../world/reactions.ts';
import { findChat } from './lookup.ts';
import { findLiveMessage } from './messageLookup.ts';

const reactionsPath = '/v1/chats/{chatID}/messages/{messageID}/reactions';

const key = z.string().min(1);

/** The ID of the chat in the path can be its local ID; responses contain it as received. */
interface Target {
  chatID: string;
  messageID: string;
}

export const reactionRoutes = [
  // The response says that the reaction is queued.
  defineRoute({
    method: 'POST',
    path: reactionsPath,
    since: sinceVersion.union,
    onOtherServers: 'present',
    body: z.object({ reactionKey: key, transactionID: z.string().optional() }),
    handler({ app, params, body: { reactionKey, transactionID = randomUUID() } }) {
      const chat = findChat(app, params.chatID);
      const message = messageFor(app, chat, params.messageID);
      if (message) addOnce(app, chat, message, reactionKey, transactionID);
      return json({
        success: true,
        chatID: chat.id,
        messageID: params.messageID,
        reactionKey,
        transactionID,
      });
    },
  }),

  defineRoute({
    method: 'DELETE',
    path: `${reactionsPath}/{reactionKey}`,
    since: sinceVersion.split,
    onOtherServers: 'missing',
    handler: ({ app, params }) => withdrawReaction(app, params, params.reactionKey),
  }),

  defineRoute({
    method: 'DELETE',
    path: reactionsPath,
    since: sinceVersion.union,
    until: sinceVersion.split,
    onOtherServers: 'present',
    query: z.object({ reactionKey: key }),
    handler: ({ app, params, query }) => withdrawReaction(app, params, query.reactionKey),
  }),
];

/** Removing a reaction that is not there succeeds, so that a client can repeat the request. */
function withdrawReaction(app: App, { chatID, messageID }: Target, reactionKey: string): ApiResponse {
  const chat = findChat(app, chatID);
  const message = messageFor(app, chat, messageID);
  if (message) removeReaction(message, selfID(chat), reactionKey);
  return json({ success: true, chatID: chat.id, messageID, reactionKey });
}

/**
 * Other servers of the API accept a reaction to a message that does not exist.
 *
 * @throws {ApiError} 404 for an unknown message, 409 for a message that is still pending.
 */
function messageFor(app: App, chat: WorldChat, messageID: string): Message | undefined {
  if (!isBeeper(app)) return chat.messages.find(({ id }) => id === messageID);
  const message = findLiveMessage(app, chat, messageID);
  if (isPendingID(message.id)) throw conflict('The message is not sent yet');
  return message;
}

/** Does nothing if a reaction was added with this transaction ID before. Other servers of the API ignore the ID. */
function addOnce(
  app: App,
  chat: WorldChat,
  message: Message,
  reactionKey: string,
  transactionID: string,
): void {
  const { transactionIDs } = app.world;
  if (isBeeper(app)) {
    checkReaction(chat, reactionKey);
    if (transactionIDs.has(transactionID)) return;
    transactionIDs.add(transactionID);
  }
  addReaction(chat, message, selfID(chat), reactionKey);
}

/** @throws {ApiError} 403 on a network without reactions, 422 for a key that the chat does not allow. */
function checkReaction({ capabilities = {} }: WorldChat, reactionKey: string): void {
  if ((capabilities.reaction ?? 1) <= 0) throw forbidden('This network does not support reactions');
  const { allowedReactions } = capabilities;
  if (!allowedReactions || allowedReactions.some((allowed) => isSameKey(allowed, reactionKey))) return;
  const message = 'The network does not allow this reaction';
  throw invalidRequest([{ code: 'custom', message, path: ['body', 'reactionKey'] }], 422);
}

function selfID(chat: WorldChat): string {
  const self = chat.participants.find(({ isSelf }) => isSelf);
  if (!self) throw notFound('User');
  return self.id;
}
