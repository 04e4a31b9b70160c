import { notFound, Problem } from '../server/apiError.ts';
import type { ApiRequest } from '../server/request.ts';
import type { Answer } from '../server/response.ts';
import { json } from '../server/response.ts';
import { atLeast, SINCE } from '../server/version.ts';
import type { WorldChat } from '../world/model.ts';
import { chatQuery, readQuery } from './queries.ts';
import { toWireChat } from './wire/chat.ts';

const USUAL_PARTICIPANTS = 100;

/** GET /v1/chats/{chatID}, by ID or local ID. Throws "Chat not found". */
export function getChat(request: ApiRequest): Answer {
  const { app, query } = request;
  const { maxParticipantCount } = readQuery(chatQuery, query);
  const chat = chatOf(request);
  // The older document says "Defaults to all (-1)".
  const usual = atLeast(app.version, SINCE.split) ? USUAL_PARTICIPANTS : -1;
  return json(toWireChat(chat, app.version, maxParticipantCount ?? usual));
}

/** The chat of the path. Throws "Chat not found", and a 500 for chats with the playground's `follow-up-fails`. */
export function chatOf({ app, params }: ApiRequest): WorldChat {
  const chat = app.world.chat(params.chatID ?? '');
  if (!chat) throw notFound('Chat');
  if (chat.participants.some(({ id }) => id === '@follow-up-fails:playground')) {
    throw new Problem(500, 'INTERNAL_ERROR', 'This chat can not be read');
  }
  return chat;
}
