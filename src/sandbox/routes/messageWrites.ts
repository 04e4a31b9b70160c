import * as z from 'zod';
import { invalidRequest } from '../server/apiError.ts';
import { runsHandler } from '../server/fault.ts';
import { booleanText } from '../server/querySchemas.ts';
import { type ApiResponse, json, noContent } from '../server/response.ts';
import { type App, defineRoute, isBeeper } from '../server/route.ts';
import { atLeast, sinceVersion } from '../server/version.ts';
import { isUsable } from '../world/accounts.ts';
import { toMatrixHTML } from '../world/markdown.ts';
import type { Message, WorldChat } from '../world/model.ts';
import type { Fate } from '../world/outbox.ts';
import { playgroundSend } from '../world/playgroundSends.ts';
import { kinds, toAttachment, typeOf } from '../world/uploads.ts';
import { attachmentInput } from './attachmentInput.ts';
import { findChat } from './lookup.ts';
import { findLiveMessage, findMessage, findSentMessage } from './messageLookup.ts';
import {
  checkCanSend,
  checkDeleteForEveryone,
  checkDeleteForMe,
  checkEdit,
  checkLength,
  type File,
  findUpload,
} from './messageRules.ts';
import { toWireMessage } from './wire/message.ts';

const id = z.string().min(1);

const textBody = z.object({ text: z.string().optional(), replyToMessageID: id.optional() });
const sendBody = textBody.extend({ attachment: attachmentInput.optional() });

type SendBody = z.output<typeof sendBody>;

export const messageWriteRoutes = [
  // Older apps ignore `attachment`, like any unknown field.
  defineRoute({
    method: 'POST',
    path: '/v1/chats/{chatID}/messages',
    body: (version, app) => (!isBeeper(app) || atLeast(version, sinceVersion.files) ? sendBody : textBody),
    handler: ({ app, params, body }) => sendMessage(app, findChat(app, params.chatID), body),
  }),

  // Before 4.2.808 and on other servers, the response does not include the message.
  defineRoute({
    method: 'PUT',
    path: '/v1/chats/{chatID}/messages/{messageID}',
    since: sinceVersion.files,
    onOtherServers: 'present',
    body: z.object({ text: z.string().min(1) }),
    handler({ app, params, body }) {
      const chat = findChat(app, params.chatID);
      if (!isBeeper(app)) return editElsewhere(app, chat, params.messageID, body.text);
      const message = findSentMessage(app, chat, params.messageID);
      checkEdit(app, chat, message);
      checkLength(chat, body.text);
      applyEdit(app, message, body.text);
      const short = { messageID: message.id, success: true };
      const complete = atLeast(app.version, sinceVersion.split) ? toWireMessage(message, app.version) : {};
      return json({ chatID: chat.id, ...complete, ...short });
    },
  }),

  defineRoute({
    method: 'DELETE',
    path: '/v1/chats/{chatID}/messages/{messageID}',
    since: sinceVersion.split,
    onOtherServers: 'not-allowed',
    query: z.object({ forEveryone: booleanText.default(true) }),
    handler({ app, params, query }) {
      const chat = findChat(app, params.chatID);
      const message = findSentMessage(app, chat, params.messageID);
      if (query.forEveryone) deleteForEveryone(app, chat, message);
      else deleteForMe(chat, message);
      return noContent();
    },
  }),
];

/** A merged chat passes the message on to one of its chats; the response names that chat. */
function sendMessage(app: App, chat: WorldChat, body: SendBody): ApiResponse {
  const target = chat.merge ? findChat(app, chat.merge.defaultChatID ?? chat.merge.chatIDs[0] ?? '') : chat;
  if (!isBeeper(app) && body.text?.startsWith('/')) return dropCommand(target);
  const { fault, fate } = playgroundSend(target.id) ?? {};
  if (fault && !runsHandler(fault)) return { ...json({}), fault };
  const content = readContent(app, target, body);
  const pendingMessageID = app.world.send(target, {
    content,
    fate: fate ?? fateOn(app, target),
    idPrefix: isBeeper(app) ? 'm' : 'hicli-mautrix-go_',
  });
  return { ...json({ chatID: target.id, pendingMessageID }), ...(fault && { fault }) };
}

/** Other servers of the API take a text that begins with a slash for a command, and send nothing. */
function dropCommand({ id }: WorldChat): ApiResponse {
  return json({ chatID: id, pendingMessageID: 'hicli-mautrix-go_1' });
}

/** A bridge that is not connected accepts messages and cannot send them. */
function fateOn({ world }: App, { accountID }: WorldChat): Fate {
  const account = world.account(accountID);
  return account && !isUsable(account) ? 'fails-retriably' : 'sent';
}

/** @throws {ApiError} if the network or the chat does not allow the message, or there is nothing to send. */
function readContent(app: App, chat: WorldChat, { text = '', replyToMessageID, attachment }: SendBody) {
  if (text === '' && !attachment) {
    const message = 'Either text or attachment is required';
    throw invalidRequest([{ code: 'custom', message, path: ['body', 'text'] }]);
  }
  checkCanSend(chat);
  const file: File | undefined = attachment && {
    input: attachment,
    upload: findUpload(app, attachment.uploadID, ['body', 'attachment', 'uploadID']),
  };
  checkLength(chat, text, file);
  const repliedTo = replyToMessageID && findLiveMessage(app, chat, replyToMessageID);
  return {
    ...(text !== '' && { text: storedText(app, text) }),
    ...(file && {
      type: kinds[typeOf(file.upload, file.input)].message,
      attachments: [toAttachment(file.upload, file.input)],
    }),
    ...(repliedTo && { linkedMessageID: repliedTo.id }),
  };
}

/** Other servers of the API store the text as it was sent. */
function storedText(app: App, text: string): string {
  return isBeeper(app) ? toMatrixHTML(text) : text;
}

function applyEdit(app: App, message: Message, text: string): void {
  const { world } = app;
  message.text = storedText(app, text);
  message.editedTimestamp = new Date(world.now()).toISOString();
  world.editCounts.set(message, (world.editCounts.get(message) ?? 0) + 1);
}

/** Other servers accept an edit of somebody else's message, and do nothing. */
function editElsewhere(app: App, chat: WorldChat, messageID: string, text: string): ApiResponse {
  const message = findMessage(app, chat, messageID);
  if (message.isSender) applyEdit(app, message, text);
  return json({ chatID: chat.id, messageID, success: true });
}

function deleteForEveryone(app: App, chat: WorldChat, message: Message): void {
  checkDeleteForEveryone(app, chat, message);
  app.world.remove(chat, message);
}

function deleteForMe(chat: WorldChat, message: Message): void {
  checkDeleteForMe(chat);
  chat.messages.splice(chat.messages.indexOf(message), 1);
}
