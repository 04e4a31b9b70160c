import type { Answer } from '../answer.ts';
import { json } from '../answer.ts';
import { notFound, Problem } from '../problem.ts';
import { chatQuery, readQuery } from '../queries.ts';
import type { ApiRequest } from '../request.ts';
import { atLeast, SINCE } from '../version.ts';
import { toWireChat } from '../wire/chat.ts';
import type { WorldChat } from '../world/model.ts';

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
