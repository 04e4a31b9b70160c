import * as z from 'zod';
import { paginate } from '../server/paginate.ts';
import { booleanText, limitParam, pageParams, timeText } from '../server/querySchemas.ts';
import { json } from '../server/response.ts';
import { type App, defineRoute } from '../server/route.ts';
import type { Message, WorldChat } from '../world/model.ts';
import { listedParticipants, toWireChat } from './wire/chat.ts';
import { toWireMessage } from './wire/message.ts';

const searchQuery = z.object({
  ...pageParams,
  limit: limitParam(20, 20),
  query: z.string().optional(),
  chatIDs: z.array(z.string()).optional(),
  accountIDs: z.array(z.string()).optional(),
  chatType: z.enum(['single', 'group']).optional(),
  mediaTypes: z.array(z.enum(['any', 'video', 'image', 'link', 'file'])).optional(),
  sender: z.string().optional(),
  dateAfter: timeText.optional(),
  dateBefore: timeText.optional(),
  excludeLowPriority: booleanText.default(true),
  includeMuted: booleanText.default(true),
});

type Search = z.output<typeof searchQuery>;

export const messageSearchRoutes = [
  // Newest first over all chats, with the chats of the messages by ID.
  defineRoute({
    method: 'GET',
    path: '/v1/messages/search',
    query: searchQuery,
    handler: ({ app, query }) => json(findMessages(app, query)),
  }),
];

/** The first page for these words, with the defaults of the search. */
export const findWords = (app: App, query: string): object => findMessages(app, searchQuery.parse({ query }));

function findMessages(app: App, query: Search): object {
  const found = [...app.world.chats.values()]
    // Beeper does not index iMessage.
    .filter(({ accountID }) => app.world.account(accountID)?.bridge.type !== 'imessage')
    .filter((chat) => chatMatches(chat, query))
    .flatMap((chat) => chat.messages.filter((message) => messageMatches(message, query)))
    .map((message) => ({ message, key: `${message.timestamp} ${message.sortKey}` }));
  found.sort((a, b) => (a.key < b.key ? 1 : -1));
  const { items, ...rest } = paginate(
    found,
    { ...query, paging: app.paging, repeatsEnd: app.repeatsEnd },
    ({ key }) => key,
  );
  const chats = new Map<string, object>();
  for (const { chatID } of items.map(({ message }) => message)) {
    const chat = app.world.chat(chatID);
    if (chat) chats.set(chatID, toWireChat(chat, app.version, listedParticipants));
  }
  return {
    items: items.map(({ message }) => toWireMessage(message, app.version)),
    ...rest,
    chats: Object.fromEntries(chats),
  };
}

function chatMatches(chat: WorldChat, search: Search): boolean {
  return (
    (search.chatIDs?.some((id) => id === chat.id || id === chat.localChatID) ?? true) &&
    (search.accountIDs?.includes(chat.accountID) ?? true) &&
    (search.chatType === undefined || search.chatType === chat.type) &&
    !(search.excludeLowPriority && chat.isLowPriority) &&
    (search.includeMuted || !chat.isMuted)
  );
}

function messageMatches(message: Message, search: Search): boolean {
  const time = Date.parse(message.timestamp);
  return (
    !message.isHidden &&
    time > (search.dateAfter ?? Number.NEGATIVE_INFINITY) &&
    time < (search.dateBefore ?? Number.POSITIVE_INFINITY) &&
    (search.sender === undefined || isFrom(message, search.sender)) &&
    (search.mediaTypes?.some((type) => hasMedia(message, type)) ?? true) &&
    (search.query === undefined || hasWords(message, search.query))
  );
}

function isFrom(message: Message, sender: string): boolean {
  if (sender === 'me') return message.isSender === true;
  return sender === 'others' ? message.isSender !== true : message.senderID === sender;
}

const attachmentTypes = { image: 'img', video: 'video', file: 'unknown' } as const;

function hasMedia(
  { attachments = [], links = [] }: Message,
  type: NonNullable<Search['mediaTypes']>[number],
): boolean {
  if (type === 'any') return attachments.length + links.length > 0;
  if (type === 'link') return links.length > 0;
  return attachments.some((attachment) => attachment.type === attachmentTypes[type]);
}

// The API document promises exact words in any order: "dinner" does not match "dinners".
function hasWords({ text = '' }: Message, query: string): boolean {
  const source = typeof text === 'string' ? text : text.text;
  const words = new Set(wordsOf(source.replaceAll(/<[^>]*>/g, ' ')));
  const wanted = wordsOf(query);
  return wanted.length > 0 && wanted.every((word) => words.has(word));
}

/** An emoji is a word. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu) ?? [];
}
