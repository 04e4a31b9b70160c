import * as z from 'zod';
import { type PageRequest, paginate } from '../server/paginate.ts';
import { pageParams } from '../server/querySchemas.ts';
import { json } from '../server/response.ts';
import { defineRoute } from '../server/route.ts';
import { atLeast, sinceVersion } from '../server/version.ts';
import { findChat } from './lookup.ts';
import { findMessage } from './messageLookup.ts';
import { toWireMessage } from './wire/message.ts';

// The route declares no `limit`; the app ignores one that a client sends.
const listPageSize = 20;

const listQuery = z.object(pageParams);

// Before 4.2.808, the cursor is the sort key of a message.
const sortKeyListQuery = z.object({ ...pageParams, cursor: z.string().regex(/^\d+$/).optional() });

export const messageRoutes = [
  // Newest first by sort key. Before 4.2.808, a page contains no cursors: clients use the sort key of its last item.
  defineRoute({
    method: 'GET',
    path: '/v1/chats/{chatID}/messages',
    query: (version) => (atLeast(version, sinceVersion.split) ? listQuery : sortKeyListQuery),
    handler({ app, params, query: { cursor, direction } }) {
      const opaque = atLeast(app.version, sinceVersion.split);
      const messages = findChat(app, params.chatID).messages.toReversed();
      const page: PageRequest = {
        cursor,
        direction,
        limit: listPageSize,
        paging: app.paging,
        repeatsEnd: app.repeatsEnd,
        ...(!opaque && { cursorFormat: 'key' }),
      };
      // Sort keys have the same length, so that they compare as text.
      const { items, hasMore, ...cursors } = paginate(messages, page, ({ sortKey }) => sortKey);
      const wire = items.map((message) => toWireMessage(message, app.version));
      return json({ items: wire, hasMore, ...(opaque && cursors) });
    },
  }),

  // Accepts the final ID, the pending ID and the Matrix event ID.
  defineRoute({
    method: 'GET',
    path: '/v1/chats/{chatID}/messages/{messageID}',
    since: sinceVersion.split,
    onOtherServers: 'not-allowed',
    handler({ app, params }) {
      const message = findMessage(app, findChat(app, params.chatID), params.messageID);
      return json(toWireMessage(message, app.version));
    },
  }),
];
