import { type Dialect, firstVersionOf } from '../dialect.ts';
import { type PageRequest, pageQuery, withQuery } from '../lists.ts';
import { object } from '../objectReader.ts';
import type { Read, Remedies, Request, Unsupported, WriteEndpoint } from '../operation.ts';
import type { Page } from '../page.ts';
import { decoder, map, orNull, type ReadBy, union, unreadable } from '../reader.ts';
import { anything, flag, key, oneOf, part, string } from '../values.ts';
import {
  type Chat,
  decodeChat,
  decodeChats,
  decodeChatsWithPreview,
  decodeLabels,
  type Label,
} from './wire.ts';

/** @returns the path of a chat, or of what is below it. */
export const chatPath = (chatID: string, ...below: readonly string[]): string =>
  ['/v1/chats', encodeURIComponent(chatID), ...below].join('/');

/** `GET /v1/chats/{chatID}` with up to `count` participants, 1 to 500: null where Beeper knows no such chat. */
export const getChatWithMembers = (chatID: string, count: number): Read<Chat | null> => ({
  operation: 'members',
  path: withQuery(chatPath(chatID), { maxParticipantCount: count }),
  decode: decodeChat,
  ifNotFound: null,
});

/** What Beeper tells of its labels. */
export interface KnownLabels {
  /** False for an app or server without labels. */
  readonly isSupported: boolean;
  readonly labels: readonly Label[];
}

const noLabels: KnownLabels = { isSupported: false, labels: [] };

/** `GET /v1/labels`: sorted by name. Newer than app 4.3.0; no source names the version. */
export const getLabels = (): Read<KnownLabels> => ({
  operation: 'labels',
  path: '/v1/labels',
  decode: (body) => {
    const labels = decodeLabels(body);
    return labels && { isSupported: true, labels };
  },
  ifNotFound: noLabels,
  ifRouteMissing: noLabels,
});

/** `GET /v1/chats/{chatID}`: null where Beeper knows no such chat. */
export const getChat = (chatID: string): Read<Chat | null> => ({
  operation: 'chat',
  path: chatPath(chatID),
  decode: decodeChat,
  ifNotFound: null,
});

/**
 * `GET /v1/chats`: newest activity first, each with its last message. `limit` is 1 to 200; apps up to 4.3.0 ignore it
 * and send 25.
 */
export const listChats = (
  accountIDs: readonly string[] | null,
  limit: number,
  page: PageRequest,
): Read<Page<Chat>> => ({
  operation: 'chats',
  path: withQuery('/v1/chats', { accountIDs, limit, ...pageQuery(page) }),
  decode: decodeChatsWithPreview,
});

export interface ChatSearch {
  readonly query?: string | null | undefined;
  readonly scope?: 'titles' | 'participants' | null | undefined;
  readonly type?: 'single' | 'group' | 'any' | null | undefined;
  readonly inbox?: 'primary' | 'low-priority' | 'archive' | null | undefined;
  readonly unreadOnly?: boolean | null | undefined;
  readonly includeMuted?: boolean | null | undefined;
  readonly lastActivityBefore?: Date | null | undefined;
  readonly lastActivityAfter?: Date | null | undefined;
  readonly accountIDs?: readonly string[] | null | undefined;
  readonly labelID?: string | null | undefined;
}

/** `GET /v1/chats/search`. `limit` is 1 to 200. */
export const searchChats = (search: ChatSearch, limit: number, page: PageRequest): Read<Page<Chat>> => ({
  operation: 'searchChats',
  path: withQuery('/v1/chats/search', { ...search, limit, ...pageQuery(page) }),
  decode: decodeChats,
});

/** What an answer says about a message that was sent with the request. */
const deliveryWord = oneOf('accepted', 'failed', 'unclear');
type Delivery = ReadBy<typeof deliveryWord>;

/** `SendStatus`, or its word alone. */
const sendStatus = orNull(union(string, object({ status: string })));
const sentMessage = part({ sendStatus, isSender: flag });

/**
 * The ID of the chat that was created or found. Up to 4.2.807 it is all that the answer holds. `delivery` is about the
 * first message, and `accepted` where the answer says nothing.
 */
const createdChat = map(
  object({
    id: key,
    chatID: key,
    status: orNull(oneOf('existing', 'created')),
    // As the store keeps it for a replay; Beeper sends the fields below.
    delivery: orNull(deliveryWord),
    sendStatus,
    preview: sentMessage,
    message: sentMessage,
    error: anything,
    success: flag,
  }),
  ({ id, chatID, status, delivery, ...answer }) => {
    const knownID = id ?? chatID;
    if (knownID === null) return unreadable;
    return { chatID: knownID, status, delivery: delivery ?? deliveryOf(answer) };
  },
);

interface FirstMessageReport {
  readonly sendStatus: ReadBy<typeof sendStatus>;
  readonly preview: ReadBy<typeof sentMessage>;
  readonly message: ReadBy<typeof sentMessage>;
  readonly error?: unknown;
  readonly success: boolean | null;
}

function deliveryOf({ sendStatus, preview, message, error, success }: FirstMessageReport): Delivery {
  const own = [preview, message].filter((one) => one?.isSender !== false);
  const reports = [sendStatus, ...own.map((one) => one?.sendStatus ?? null)].map((status) =>
    typeof status === 'string' ? status : (status?.status ?? ''),
  );
  if (reports.some((word) => /^fail/i.test(word))) return 'failed';
  const isUnclear = reports.some((word) => !/^(success|pending|)$/i.test(word));
  return isUnclear || error || success === false ? 'unclear' : 'accepted';
}

export type CreatedChat = ReadBy<typeof createdChat>;

const remedies: Omit<Remedies, 'notFound'> = {
  unknown:
    'Check in Beeper whether the chat and the message exist before you try again: sending it twice can create a second chat.',
  forbidden:
    'Check that the token has the "write" scope, and that this person can be messaged from this account.',
};

export interface CreateChatBody {
  readonly accountID: string;
  readonly participantIDs: readonly string[];
  readonly type: 'single' | 'group';
  readonly messageText?: string | undefined;
  readonly title?: string | undefined;
}

/** `POST /v1/chats`: creates a chat, also where there is one with the same people. */
export const createChat = (body: CreateChatBody): WriteEndpoint<CreatedChat, 'creates'> => ({
  effect: 'creates',
  sends: body,
  // An unknown dialect gets the form that all of them share.
  request: (dialect) => post('/v1/chats', dialect === 'union' ? withMode('create', body) : body),
  result: decoder(createdChat),
  remedies: {
    notFound:
      'Check the account ID and the user IDs. User IDs differ between accounts and Beeper installations: take them from the contacts of this account, or use startChat with a phone number, email address or username.',
    ...remedies,
  },
});

export interface StartChatBody {
  readonly accountID: string;
  readonly user: {
    readonly id?: string | undefined;
    readonly email?: string | undefined;
    readonly fullName?: string | undefined;
    readonly phoneNumber?: string | undefined;
    readonly username?: string | undefined;
  };
  readonly allowInvite?: boolean | undefined;
  readonly messageText?: string | undefined;
}

/** `POST /v1/chats/start`, before 4.2.808 `POST /v1/chats` with `mode: "start"`: finds or creates a direct chat. */
export const startChat = (body: StartChatBody): WriteEndpoint<CreatedChat, 'creates'> => ({
  effect: 'creates',
  sends: body,
  request: (dialect) => startRequest(dialect, body),
  result: decoder(createdChat),
  remedies: {
    notFound: () => personNotFound(body.user),
    ...remedies,
  },
});

/** Names the identifiers that were given, without their values. */
function personNotFound({ id, phoneNumber, email, username }: StartChatBody['user']): string {
  const given = [
    ...(id === undefined ? [] : ['user ID']),
    ...(phoneNumber === undefined ? [] : ['phone number']),
    ...(email === undefined ? [] : ['email address']),
    ...(username === undefined ? [] : ['username']),
  ];
  const parts = [
    `Check the account ID and the ${new Intl.ListFormat('en').format(given)} of the person, who must be on the network of this account.`,
  ];
  if (id !== undefined) {
    parts.push(
      'User IDs differ between accounts and Beeper installations: take them from the contacts of this account.',
    );
  }
  if (phoneNumber?.startsWith('+') === false) {
    parts.push('Start the phone number with "+" and the country code.');
  }
  return parts.join(' ');
}

function startRequest(dialect: Dialect | null, body: StartChatBody): Request | Unsupported {
  switch (dialect) {
    case 'split':
      return { since: firstVersionOf.split, ...post('/v1/chats/start', body) };
    case 'union':
      return { since: firstVersionOf.union, ...post('/v1/chats', withMode('start', body)) };
    case 'create-only':
      return {
        unsupported: 'The variant “create-only” of Beeper’s API can’t start a chat from a contact.',
        since: firstVersionOf.union,
        remedy: 'createChat works on every version.',
      };
    case null:
      return {
        unsupported: 'The server is not Beeper’s own app, so the way it starts chats is unknown.',
        since: null,
        remedy:
          'Set BEEPER_API at the gateway to the dialect of the server, "union" or "split", or use createChat.',
      };
  }
}

const post = (path: string, body: object): Request => ({ method: 'POST', path, body });

const withMode = (mode: 'create' | 'start', { accountID, ...rest }: CreateChatBody | StartChatBody) => ({
  accountID,
  mode,
  ...rest,
});
