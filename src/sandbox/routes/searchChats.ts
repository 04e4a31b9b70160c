import type { z } from 'zod';
import type { ApiRequest } from '../server/request.ts';
import type { Answer } from '../server/response.ts';
import { json } from '../server/response.ts';
import type { WorldChat } from '../world/model.ts';
import { pageOfChats } from './listChats.ts';
import { chatSearchQuery, readQuery } from './queries.ts';
import { LISTED_PARTICIPANTS, toWireChat } from './wire/chat.ts';

type Filter = z.output<typeof chatSearchQuery>;

/** GET /v1/chats/search: newest activity first, without previews. */
export function searchChats({ app, query }: ApiRequest): Answer {
  const filter = readQuery(chatSearchQuery, query);
  const found = [...app.world.chats.values()].filter((chat) => fits(chat, filter));
  const { items, ...rest } = pageOfChats(found, filter);
  return json({ items: items.map((chat) => toWireChat(chat, app.version, LISTED_PARTICIPANTS)), ...rest });
}

function fits(chat: WorldChat, filter: Filter): boolean {
  const activity = Date.parse(chat.lastActivity);
  return (
    (filter.accountIDs?.includes(chat.accountID) ?? true) &&
    (filter.type === 'any' || filter.type === chat.type) &&
    (filter.inbox === undefined || filter.inbox === inboxOf(chat)) &&
    (!filter.unreadOnly || chat.unreadCount > 0 || chat.isMarkedUnread) &&
    (filter.includeMuted || !chat.isMuted) &&
    activity < (filter.lastActivityBefore ?? Number.POSITIVE_INFINITY) &&
    activity > (filter.lastActivityAfter ?? Number.NEGATIVE_INFINITY) &&
    (filter.query === undefined || hasWords(chat, filter.query, filter.scope))
  );
}

function inboxOf(chat: WorldChat): 'primary' | 'low-priority' | 'archive' {
  if (chat.isArchived) return 'archive';
  return chat.isLowPriority ? 'low-priority' : 'primary';
}

// All words must occur, in any order; `titles` looks at the title and the network's name.
function hasWords(chat: WorldChat, query: string, scope: Filter['scope']): boolean {
  const names = chat.participants.map(({ fullName, username, id }) => `${fullName ?? ''} ${username ?? id}`);
  const text = (scope === 'titles' ? [chat.title, chat.network] : names).join('\n').toLowerCase();
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => text.includes(word));
}
