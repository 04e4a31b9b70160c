import { chatPath } from '../chats/api.ts';
import { emptyOrObject } from '../emptyOrObject.ts';
import { firstVersionWith, ifSupported } from '../features.ts';
import type { Remedies, Request, WriteEndpoint } from '../operation.ts';
import { decoder, map, type ReadBy } from '../reader.ts';
import { key } from '../values.ts';

/** `PATCH`, and other routes since 4.2.808, return the chat; older routes return nothing. */
const changedChat = map(emptyOrObject, (chat) => ({ chatID: key(chat?.id) }));

/** `chatID` is null where the answer is empty. */
export type ChangedChat = ReadBy<typeof changedChat>;

/** A change that has the same effect when it is made twice. */
export type ChatChange = WriteEndpoint<ChangedChat, 'idempotent'>;

const remedies: Remedies = {
  unknown: 'Send the request again: setting the same value twice has the same effect as setting it once.',
  forbidden: 'Check that the token has the "write" scope.',
  notFound: 'Check the chat ID. IDs are opaque and differ between Beeper installations.',
};

const change = (sends: object, request: ChatChange['request'], more: Partial<Remedies> = {}): ChatChange => ({
  effect: 'idempotent',
  sends,
  request,
  result: decoder(changedChat),
  remedies: { ...remedies, ...more },
});

/**
 * `PATCH /v1/chats/{chatID}`, before 4.2.808 and on other servers `POST /v1/chats/{chatID}/archive`: moves a chat to
 * the archive or back.
 */
export const archiveChat = (chatID: string, isArchived: boolean): ChatChange =>
  change({ chatID, isArchived }, (dialect) =>
    dialect === 'split'
      ? { ...patch(chatID, { isArchived }), since: firstVersionWith.chatState }
      : { method: 'POST', path: chatPath(chatID, 'archive'), body: { archived: isArchived } },
  );

/** What `PATCH /v1/chats/{chatID}` can set: one field a call, because a call that half fails can't be told. */
export type ChatField =
  | { readonly isPinned: boolean }
  | { readonly isMuted: boolean }
  | { readonly isLowPriority: boolean }
  | { readonly title: string | null }
  | { readonly description: string | null }
  | { readonly messageExpirySeconds: number | null };

/** `PATCH /v1/chats/{chatID}` from 4.2.808 on. */
export const setChatField = (chatID: string, field: ChatField): ChatChange =>
  change({ chatID, ...field }, ifSupported('chatState', 'Changing this of a chat', patch(chatID, field)));

const patch = (chatID: string, body: object): Request => ({
  method: 'PATCH',
  path: chatPath(chatID),
  body,
});
