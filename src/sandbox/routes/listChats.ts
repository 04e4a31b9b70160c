import type { Page, PageRequest } from '../server/paginate.ts';
import { paginate } from '../server/paginate.ts';
import type { ApiRequest, App } from '../server/request.ts';
import type { Answer } from '../server/response.ts';
import { json } from '../server/response.ts';
import type { WorldChat } from '../world/model.ts';
import { listQuery, readQuery } from './queries.ts';
import { LISTED_PARTICIPANTS, toWireChat } from './wire/chat.ts';
import { toWireMessage } from './wire/message.ts';

/** GET /v1/chats has pages of this size, whatever `limit` a client sends. */
const PAGE_SIZE = 25;

/** GET /v1/chats: newest activity first, each chat with its last message as `preview`. */
export function listChats({ app, query }: ApiRequest): Answer {
  const { accountIDs, ...page } = readQuery(listQuery, query);
  const chats = [...app.world.chats.values()].filter((chat) => accountIDs?.includes(chat.accountID) ?? true);
  const { items, ...rest } = pageOfChats(chats, { ...page, limit: PAGE_SIZE });
  return json({ items: items.map((chat) => withPreview(chat, app)), ...rest });
}

/** A page of these chats, newest activity first. Throws a validation Problem for a bad cursor. */
export function pageOfChats(chats: readonly WorldChat[], request: PageRequest): Page<WorldChat> {
  const keyed = chats.map((chat) => ({ chat, key: `${chat.lastActivity} ${chat.id}` }));
  keyed.sort((a, b) => (a.key < b.key ? 1 : -1));
  const { items, ...rest } = paginate(keyed, request, ({ key }) => key);
  return { items: items.map(({ chat }) => chat), ...rest };
}

function withPreview(chat: WorldChat, app: App): object {
  const preview = chat.messages.findLast((message) => !message.isHidden);
  return {
    ...toWireChat(chat, app.version, LISTED_PARTICIPANTS),
    ...(preview && { preview: toWireMessage(preview, app.version) }),
  };
}
