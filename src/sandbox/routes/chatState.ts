import * as z from 'zod';
import { conflict, invalidRequest } from '../server/apiError.ts';
import { type ApiResponse, json, noContent } from '../server/response.ts';
import { type App, defineRoute, isBeeper } from '../server/route.ts';
import { sinceVersion } from '../server/version.ts';
import { titleFor } from '../world/makeChat.ts';
import type { WorldChat } from '../world/model.ts';
import { draftInput, isEmptyDraft, toDraft } from './drafts.ts';
import { findChat } from './lookup.ts';
import { listedParticipants, toWireChat } from './wire/chat.ts';

const patchBody = z.object({
  title: z.string().nullable().optional(),
  description: z.string().nullable().optional(),
  imgURL: z.string().nullable().optional(),
  isArchived: z.boolean().optional(),
  isLowPriority: z.boolean().optional(),
  isMuted: z.boolean().optional(),
  isPinned: z.boolean().optional(),
  messageExpirySeconds: z.int().min(0).nullable().optional(),
  draft: draftInput.nullable().optional(),
});

type Patch = z.output<typeof patchBody>;

export const chatStateRoutes = [
  defineRoute({
    method: 'PATCH',
    path: '/v1/chats/{chatID}',
    since: sinceVersion.split,
    onOtherServers: 'not-allowed',
    body: patchBody,
    handler({ app, params, body }) {
      const chat = findChat(app, params.chatID);
      applyPatch(app, chat, body);
      return chatResponse(app, chat);
    },
  }),

  // Other servers accept a chat that does not exist.
  defineRoute({
    method: 'POST',
    path: '/v1/chats/{chatID}/archive',
    body: z.object({ archived: z.boolean().default(true) }).default({ archived: true }),
    handler({ app, params, body: { archived } }) {
      if (isBeeper(app)) {
        findChat(app, params.chatID).isArchived = archived;
        return noContent();
      }
      const chat = app.world.chat(params.chatID);
      if (chat) chat.isArchived = archived;
      return json({ success: true });
    },
  }),

  defineRoute({
    method: 'POST',
    path: '/v1/chats/{chatID}/notify-anyway',
    since: sinceVersion.split,
    onOtherServers: 'missing',
    handler({ app, params }) {
      const chat = findChat(app, params.chatID);
      if (app.world.account(chat.accountID)?.bridge.type === 'imessage') return chatResponse(app, chat);
      const message = 'Only iMessage chats can notify anyway';
      throw invalidRequest([{ code: 'custom', message, path: ['params', 'chatID'] }], 422);
    },
  }),
];

/** The response of every route that changes the state of a chat from 4.2.808 on. */
export function chatResponse(app: App, chat: WorldChat): ApiResponse {
  return json(toWireChat(chat, app.version, listedParticipants));
}

/**
 * The image is ignored. Null removes the title of its own, and the title follows from the participants again.
 *
 * @throws {ApiError} 409 if a draft would replace another. Then nothing is changed.
 */
function applyPatch(app: App, chat: WorldChat, { title, draft: input, imgURL: _, ...rest }: Patch): void {
  const draft = input && toDraft(app, input);
  if (draft && !isEmptyDraft(draft) && !isEmptyDraft(chat.draft))
    throw conflict('The chat has a draft already. Clear it first');
  const { messageExpirySeconds: seconds, ...flags } = rest;
  Object.assign(chat, flags);
  if (title !== undefined) chat.title = title ?? titleFor(chat.participants);
  // 0 and null both mean off.
  if (seconds !== undefined) chat.messageExpirySeconds = seconds || null;
  if (draft !== undefined) chat.draft = isEmptyDraft(draft) ? null : draft;
}
