import * as z from 'zod';
import { type Page, type PageRequest, paginate } from '../server/paginate.ts';
import { booleanText, integerText, limitParam, pageParams, timeText } from '../server/querySchemas.ts';
import { json } from '../server/response.ts';
import { type App, defineRoute } from '../server/route.ts';
import { atLeast, sinceVersion } from '../server/version.ts';
import type { Message, WorldChat } from '../world/model.ts';
import { findChat } from './lookup.ts';
import { listedParticipants, toWireChat } from './wire/chat.ts';
import { toWireMessage } from './wire/message.ts';

const listPageSize = 25;
const defaultParticipants = 100;

const listQuery = z.object({
  ...pageParams,
  limit: limitParam(200, listPageSize),
  accountIDs: z.array(z.string()).optional(),
});

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
  labelID: z.string().optional(),
});

type Search = z.output<typeof searchQuery>;

export const chatRoutes = [
  // The only list that includes the last message of each chat, as `preview`.
  defineRoute({
    method: 'GET',
    path: '/v1/chats',
    // Older apps declare no `limit` and ignore one that a client sends.
    query: (version) =>
      atLeast(version, sinceVersion.mergedChats)
        ? listQuery
        : listQuery.extend({
            limit: z
              .unknown()
              .optional()
              .transform(() => listPageSize),
          }),
    handler({ app, query: { accountIDs, ...page } }) {
      const found = chatsOf(app).filter(
        (chat) =>
          (accountIDs?.includes(chat.accountID) ?? true) &&
          (app.listsMergedParts || !isMergedPart(chat, app.version)),
      );
      const { items, ...rest } = pageOfChats(found, {
        ...page,
        paging: app.paging,
        repeatsEnd: app.repeatsEnd,
      });
      return json({ items: items.map((chat) => withPreview(chat, app)), ...rest });
    },
  }),

  defineRoute({
    method: 'GET',
    path: '/v1/chats/search',
    // Older apps ignore a label.
    query: (version) =>
      atLeast(version, sinceVersion.mergedChats)
        ? searchQuery
        : searchQuery.extend({
            labelID: z
              .unknown()
              .optional()
              .transform(() => undefined),
          }),
    handler({ app, query }) {
      const found = chatsOf(app).filter((chat) => matches(chat, query));
      const { items, ...rest } = pageOfChats(found, {
        ...query,
        paging: app.paging,
        repeatsEnd: app.repeatsEnd,
      });
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

const maxFoundChats = 10;

/** The newest chats with these words where `scope` says, as they are sent. */
export function findChats(app: App, query: string, scope: Search['scope'], type?: 'group'): object[] {
  const found = chatsOf(app).filter(
    (chat) => hasWords(chat, query, scope) && (type === undefined || chat.type === type),
  );
  const { items } = pageOfChats(found, { limit: maxFoundChats });
  return items.map((chat) => toWireChat(chat, app.version, listedParticipants));
}

/** Older apps have no merged chats. */
function chatsOf({ world, version }: App): WorldChat[] {
  const chats = [...world.chats.values()];
  return atLeast(version, sinceVersion.mergedChats) ? chats : chats.filter(({ merge }) => !merge);
}

function isMergedPart({ mergedIntoChatID }: WorldChat, version: string): boolean {
  return mergedIntoChatID !== undefined && atLeast(version, sinceVersion.mergedChats);
}

/** Returns a page of the chats, newest activity first. */
function pageOfChats(chats: readonly WorldChat[], request: PageRequest): Page<WorldChat> {
  const keyed = chats.map((chat) => ({ chat, key: `${chat.lastActivity} ${chat.id}` }));
  keyed.sort((a, b) => (a.key < b.key ? 1 : -1));
  const { items, ...rest } = paginate(keyed, request, ({ key }) => key);
  return { items: items.map(({ chat }) => chat), ...rest };
}

function withPreview(chat: WorldChat, app: App): object {
  const preview = newestMessage(chat, app);
  return {
    ...toWireChat(chat, app.version, listedParticipants),
    ...(preview && { preview: toWireMessage(preview, app.version) }),
  };
}

/** A merged chat has no messages of its own, and is listed with the newest one of its chats. */
function newestMessage(chat: WorldChat, { world }: App): Message | undefined {
  const chats = chat.merge?.chatIDs.flatMap((id) => world.chat(id) ?? []) ?? [chat];
  const newest = chats.flatMap(({ messages }) => messages.findLast((message) => !message.isHidden) ?? []);
  return newest.toSorted((a, b) => Date.parse(b.timestamp) - Date.parse(a.timestamp))[0];
}

function matches(chat: WorldChat, search: Search): boolean {
  const activity = Date.parse(chat.lastActivity);
  return (
    (search.accountIDs?.includes(chat.accountID) ?? true) &&
    (search.type === 'any' || search.type === chat.type) &&
    (search.labelID === undefined || chat.labels?.some(({ id }) => id === search.labelID) === true) &&
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
