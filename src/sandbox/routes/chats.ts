import { z } from 'zod';
import { type Page, type PageRequest, paginate } from '../server/paginate.ts';
import { booleanText, integerText, limitParam, pageParams, timeText } from '../server/querySchemas.ts';
import { json } from '../server/response.ts';
import { type App, defineRoute } from '../server/route.ts';
import { atLeast, sinceVersion } from '../server/version.ts';
import type { WorldChat } from '../world/model.ts';
import { findChat } from './lookup.ts';
import { listedParticipants, toWireChat } from './wire/chat.ts';
import { toWireMessage } from './wire/message.ts';

// The route declares no `limit`; the app ignores one that a client sends.
const listPageSize = 25;
const defaultParticipants = 100;

const searchQuery = z.object({
  ...pageParams,
  limit: limitParam(200, 50),
  query: z.string().min(1).optional(),
  scope: z.enum(['titles', 'participants']).default('titles'),
  type: z.enum(['single', 'group', 'any']).default('any'),
  inbox: z.enum(['primary', 'low-priority', 'archive']).optional(),
  unreadOnly: booleanText.default(false),
  includeMuted: booleanText.default(true),
  lastActivityBefore: timeText.optional(),
  lastActivityAfter: timeText.optional(),
  accountIDs: z.array(z.string()).optional(),
});

type Search = z.output<typeof searchQuery>;

export const chatRoutes = [
  // The only list that includes the last message of each chat, as `preview`.
  defineRoute({
    method: 'GET',
    path: '/v1/chats',
    query: z.object({ ...pageParams, accountIDs: z.array(z.string()).optional() }),
    handler({ app, query: { accountIDs, ...page } }) {
      const chats = [...app.world.chats.values()];
      const found = chats.filter((chat) => accountIDs?.includes(chat.accountID) ?? true);
      const { items, ...rest } = pageOfChats(found, { ...page, limit: listPageSize });
      return json({ items: items.map((chat) => withPreview(chat, app)), ...rest });
    },
  }),

  defineRoute({
    method: 'GET',
    path: '/v1/chats/search',
    query: searchQuery,
    handler({ app, query }) {
      const found = [...app.world.chats.values()].filter((chat) => matches(chat, query));
      const { items, ...rest } = pageOfChats(found, query);
      return json({
        items: items.map((chat) => toWireChat(chat, app.version, listedParticipants)),
        ...rest,
      });
    },
  }),

  defineRoute({
    method: 'GET',
    path: '/v1/chats/{chatID}',
    query: z.object({ maxParticipantCount: integerText.pipe(z.number().min(-1).max(500)).optional() }),
    handler({ app, params, query }) {
      // The API document before 4.2.808 says "Defaults to all (-1)".
      const defaultCount = atLeast(app.version, sinceVersion.split) ? defaultParticipants : -1;
      const count = query.maxParticipantCount ?? defaultCount;
      return json(toWireChat(findChat(app, params.chatID), app.version, count));
    },
  }),
];

/** Returns a page of the chats, newest activity first. */
function pageOfChats(chats: readonly WorldChat[], request: PageRequest): Page<WorldChat> {
  const keyed = chats.map((chat) => ({ chat, key: `${chat.lastActivity} ${chat.id}` }));
  keyed.sort((a, b) => (a.key < b.key ? 1 : -1));
  const { items, ...rest } = paginate(keyed, request, ({ key }) => key);
  return { items: items.map(({ chat }) => chat), ...rest };
}

function withPreview(chat: WorldChat, app: App): object {
  const preview = chat.messages.findLast((message) => !message.isHidden);
  return {
    ...toWireChat(chat, app.version, listedParticipants),
    ...(preview && { preview: toWireMessage(preview, app.version) }),
  };
}

function matches(chat: WorldChat, search: Search): boolean {
  const activity = Date.parse(chat.lastActivity);
  return (
    (search.accountIDs?.includes(chat.accountID) ?? true) &&
    (search.type === 'any' || search.type === chat.type) &&
    (search.inbox === undefined || search.inbox === inboxOf(chat)) &&
    (!search.unreadOnly || chat.unreadCount > 0 || chat.isMarkedUnread) &&
    (search.includeMuted || !chat.isMuted) &&
    activity < (search.lastActivityBefore ?? Number.POSITIVE_INFINITY) &&
    activity > (search.lastActivityAfter ?? Number.NEGATIVE_INFINITY) &&
    (search.query === undefined || hasWords(chat, search.query, search.scope))
  );
}

function inboxOf(chat: WorldChat): Search['inbox'] {
  if (chat.isArchived) return 'archive';
  return chat.isLowPriority ? 'low-priority' : 'primary';
}

// All words must occur, in any order. The scope `titles` covers the title and the name of the network.
function hasWords(chat: WorldChat, query: string, scope: Search['scope']): boolean {
  const names = chat.participants.map(({ fullName, username, id }) => `${fullName ?? ''} ${username ?? id}`);
  const text = (scope === 'titles' ? [chat.title, chat.network] : names).join('\n').toLowerCase();
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => text.includes(word));
}
