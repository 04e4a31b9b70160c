import { chatPath } from '../chats/api.ts';
import { type PageRequest, pageQuery, withQuery } from '../lists.ts';
import type { Read } from '../operation.ts';
import type { Page } from '../page.ts';
import { decodeMessage, decodeMessages, type Message } from './wire.ts';

/** `GET /v1/chats/{chatID}/messages`: newest first; Beeper decides the length of a page, about 20. */
export const listMessages = (chatID: string, page: PageRequest): Read<Page<Message>> => ({
  operation: 'messages',
  path: withQuery(chatPath(chatID, 'messages'), pageQuery(page)),
  decode: decodeMessages,
});

/**
 * `GET /v1/chats/{chatID}/messages/{messageID}` from 4.2.808 on: null where Beeper knows no such message.
 * @param messageID final or pending.
 */
export const getMessage = (chatID: string, messageID: string): Read<Message | null> => ({
  operation: 'message',
  path: chatPath(chatID, 'messages', encodeURIComponent(messageID)),
  decode: decodeMessage,
  ifNotFound: null,
});
