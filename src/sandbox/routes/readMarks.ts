import * as z from 'zod';
import { defineRoute } from '../server/route.ts';
import { sinceVersion } from '../server/version.ts';
import type { Message, WorldChat } from '../world/model.ts';
import { chatResponse } from './chatState.ts';
import { findChat } from './lookup.ts';
import { findMessage } from './messageLookup.ts';

const markBody = z.object({ messageID: z.string().min(1).optional() }).default({});

export const readMarkRoutes = [
  defineRoute({
    method: 'POST',
    path: '/v1/chats/{chatID}/read',
    since: sinceVersion.split,
    onOtherServers: 'missing',
    body: markBody,
    handler({ app, params, body: { messageID } }) {
      const chat = findChat(app, params.chatID);
      const message = messageID === undefined ? chat.messages.at(-1) : findMessage(app, chat, messageID);
      markRead(chat, message);
      return chatResponse(app, chat);
    },
  }),

  defineRoute({
    method: 'POST',
    path: '/v1/chats/{chatID}/unread',
    since: sinceVersion.split,
    onOtherServers: 'missing',
    body: markBody,
    handler({ app, params, body: { messageID } }) {
      const chat = findChat(app, params.chatID);
      if (messageID !== undefined) markUnreadFrom(chat, findMessage(app, chat, messageID));
      chat.isMarkedUnread = true;
      return chatResponse(app, chat);
    },
  }),
];

/** Moves the marker to the message, unless it is further already. */
function markRead(chat: WorldChat, message: Message | undefined): void {
  const { lastReadMessageSortKey: marker = '' } = chat;
  chat.isMarkedUnread = false;
  if (!message) chat.unreadCount = 0;
  else moveMarker(chat, message.sortKey > marker ? message.sortKey : marker);
}

/** Moves the marker back to the message before this one, unless it is further back already. */
function markUnreadFrom(chat: WorldChat, { sortKey }: Message): void {
  const before = chat.messages.findLast((message) => message.sortKey < sortKey)?.sortKey ?? '';
  const { lastReadMessageSortKey: marker = '' } = chat;
  moveMarker(chat, before < marker ? before : marker);
}

/** Messages of others after the marker are unread. Sort keys have the same length, so that they compare as text. */
function moveMarker(chat: WorldChat, marker: string): void {
  if (marker) chat.lastReadMessageSortKey = marker;
  else delete chat.lastReadMessageSortKey;
  const isUnread = (message: Message) =>
    message.sortKey > marker && !message.isSender && !message.isHidden && !message.isDeleted;
  for (const message of chat.messages) {
    if (isUnread(message)) message.isUnread = true;
    else if (message.isUnread) message.isUnread = false;
  }
  chat.unreadCount = chat.messages.filter(isUnread).length;
  chat.unreadMentionsCount = Math.min(chat.unreadMentionsCount, chat.unreadCount);
}
