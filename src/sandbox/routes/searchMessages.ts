import type { z } from 'zod';
import { paginate } from '../server/paginate.ts';
import type { ApiRequest } from '../server/request.ts';
import type { Answer } from '../server/response.ts';
import { json } from '../server/response.ts';
import type { Message, WorldChat } from '../world/model.ts';
import { messageSearchQuery, readQuery } from './queries.ts';
import { LISTED_PARTICIPANTS, toWireChat } from './wire/chat.ts';
import { toWireMessage } from './wire/message.ts';

type Filter = z.output<typeof messageSearchQuery>;

/** GET /v1/messages/search: newest first over all chats, with the chats of the page's messages by ID. */
export function searchMessages({ app, query }: ApiRequest): Answer {
  const filter = readQuery(messageSearchQuery, query);
  const found = [...app.world.chats.values()]
    .filter((chat) => chatFits(chat, filter))
    .flatMap((chat) => chat.messages.filter((message) => messageFits(message, filter)))
    .map((message) => ({ message, key: `${message.timestamp} ${message.sortKey}` }));
  found.sort((a, b) => (a.key < b.key ? 1 : -1));
  const { items, ...rest } = paginate(found, filter, ({ key }) => key);
  const chats = new Map<string, object>();
  for (const { chatID } of items.map(({ message }) => message)) {
    const chat = app.world.chat(chatID);
    if (chat) chats.set(chatID, toWireChat(chat, app.version, LISTED_PARTICIPANTS));
  }
  return json({
    items: items.map(({ message }) => toWireMessage(message, app.version)),
    ...rest,
    chats: Object.fromEntries(chats),
  });
}

function chatFits(chat: WorldChat, filter: Filter): boolean {
  return (
    (filter.chatIDs?.some((id) => id === chat.id || id === chat.localChatID) ?? true) &&
    (filter.accountIDs?.includes(chat.accountID) ?? true) &&
    (filter.chatType === undefined || filter.chatType === chat.type) &&
    !(filter.excludeLowPriority && chat.isLowPriority) &&
    (filter.includeMuted || !chat.isMuted)
  );
}

function messageFits(message: Message, filter: Filter): boolean {
  const time = Date.parse(message.timestamp);
  return (
    !message.isHidden &&
    time > (filter.dateAfter ?? Number.NEGATIVE_INFINITY) &&
    time < (filter.dateBefore ?? Number.POSITIVE_INFINITY) &&
    (filter.sender === undefined || isBy(message, filter.sender)) &&
    (filter.mediaTypes?.some((type) => hasMedia(message, type)) ?? true) &&
    (filter.query === undefined || hasWords(message, filter.query))
  );
}

function isBy(message: Message, sender: string): boolean {
  if (sender === 'me') return message.isSender === true;
  return sender === 'others' ? message.isSender !== true : message.senderID === sender;
}

const MEDIA = { image: 'img', video: 'video', file: 'unknown' } as const;

function hasMedia(
  { attachments = [], links = [] }: Message,
  type: NonNullable<Filter['mediaTypes']>[number],
): boolean {
  if (type === 'any') return attachments.length + links.length > 0;
  if (type === 'link') return links.length > 0;
  return attachments.some((attachment) => attachment.type === MEDIA[type]);
}

// The document promises exact words, in any order: "dinner" is not found in "dinners".
function hasWords({ text = '' }: Message, query: string): boolean {
  const words = new Set(wordsOf(text.replaceAll(/<[^>]*>/g, ' ')));
  return wordsOf(query).every((word) => words.has(word));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
