import { notFound } from '../server/apiError.ts';
import type { PageRequest } from '../server/paginate.ts';
import { paginate } from '../server/paginate.ts';
import type { ApiRequest } from '../server/request.ts';
import type { Answer } from '../server/response.ts';
import { json } from '../server/response.ts';
import { atLeast, SINCE } from '../server/version.ts';
import type { Message } from '../world/model.ts';
import { chatOf } from './getChat.ts';
import { listQuery, readQuery, sortKeyQuery } from './queries.ts';
import { toWireMessage } from './wire/message.ts';

/** The messages of a chat have pages of this size, whatever `limit` a client sends. */
const PAGE_SIZE = 20;

/**
 * GET /v1/chats/{chatID}/messages, newest first by sort key. From 4.2.808 the cursors are opaque; before, the sort
 * key of the last item was the cursor and the page named none. Throws "Chat not found".
 */
export function listMessages(request: ApiRequest): Answer {
  const { app, query } = request;
  const newer = atLeast(app.version, SINCE.split);
  const { cursor, direction } = readQuery(newer ? listQuery : sortKeyQuery, query);
  const messages = chatOf(request).messages.toReversed();
  const page: PageRequest = { cursor, direction, limit: PAGE_SIZE, ...(!newer && { cursorsAre: 'keys' }) };
  const { items, hasMore, ...cursors } = paginate(messages, page, keyOf);
  const wire = items.map((message) => toWireMessage(message, app.version));
  return json({ items: wire, hasMore, ...(newer && cursors) });
}

/** GET /v1/chats/{chatID}/messages/{messageID}, by final or pending ID. Throws "Chat not found", "Message not found". */
export function getMessage(request: ApiRequest): Answer {
  const { app, params } = request;
  const message = chatOf(request).messages.find(({ id }) => id === params.messageID);
  if (!message) throw notFound('Message');
  return json(toWireMessage(message, app.version));
}

// Sort keys are strings of one length, so that they compare like numbers.
const keyOf = (message: Message) => message.sortKey;
