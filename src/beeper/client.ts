import pLimit from 'p-limit';
import { UnsupportedFailure } from '../failures.ts';
import type { Account } from './accounts/wire.ts';
import { type Caller, createDoor } from './call.ts';
import type { Chat } from './chats/wire.ts';
import {
  type CreatedChat,
  decodeAccounts,
  decodeChat,
  decodeChats,
  decodeChatsWithPreview,
  decodeCreatedChat,
  decodeError,
  decodeMessages,
  decodeUsers,
} from './decode.ts';
import { createChatRequest, firstVersionOf, startChatRequest, type WriteRequest } from './dialect.ts';
import { StatusFault, UnreadableFault } from './errors.ts';
import type { CallFacts } from './failureOf.ts';
import { type ChatSearch, type PageRequest, pageQuery, withQuery } from './lists.ts';
import type { Message } from './messages/wire.ts';
import type { Page } from './page.ts';
import type { Upstream } from './serverInfo.ts';
import type { Answer, Call, Transport } from './transport.ts';
import type { CreateChatBody, Dialect, StartChatBody } from './types.ts';
import type { User } from './users/wire.ts';

/** Where, in the caller's own input, the field stands that Beeper complains of. */
export type ToInputPath = CallFacts['toInputPath'];

export interface WriteOptions {
  readonly toInputPath: ToInputPath;
  /** Whether the write goes on when the caller goes away: so that its result can be stored for when they come back. */
  readonly detached: boolean;
}

/**
 * Beeper's endpoints, one method each, under the endpoint's own words and bound to one caller.
 * Every method throws a `Failure` for what can be expected to go wrong, and logs it once.
 * What is read is kept for as long as the client lives, one request: the same read twice is one call.
 */
export interface BeeperClient {
  createChat(body: CreateChatBody, options: WriteOptions): Promise<CreatedChat>;
  startChat(body: StartChatBody, options: WriteOptions): Promise<CreatedChat>;
  getAccounts(): Promise<readonly Account[]>;
  /** The people of one account, with or without a search; local to Beeper and fast. `limit` is 1 to 200. */
  listContacts(
    accountID: string,
    options: { query: string | null; limit: number; page: PageRequest },
  ): Promise<Page<User>>;
  /** @returns the chat, or null where Beeper knows none with this ID. */
  getChat(chatID: string): Promise<Chat | null>;
  /** Newest activity first, each with its last message; Beeper decides the page's length, 25. */
  listChats(options: { accountIDs: readonly string[] | null; page: PageRequest }): Promise<Page<Chat>>;
  /** `limit` is 1 to 200. */
  searchChats(options: { search: ChatSearch; limit: number; page: PageRequest }): Promise<Page<Chat>>;
  /** Newest first; Beeper decides the page's length, about 20. */
  listMessages(chatID: string, page: PageRequest): Promise<Page<Message>>;
}

/** A page of 25 accounts' contacts must not take all of Beeper's attention. */
const readsAtOnce = 6;

/** Binds `transport` to one caller, for one request. Makes no call by itself. */
export function createClient(transport: Transport, upstream: Upstream, caller: Caller): BeeperClient {
  const reads = new Map<string, Promise<unknown>>();
  const limit = pLimit(readsAtOnce);
  const asking = createDoor(upstream, caller);

  async function send(
    call: Pick<Call, 'method' | 'path' | 'body' | 'signal'>,
    since: string | null = null,
  ): Promise<Answer> {
    const answer = await transport.call({ ...call, token: caller.token });
    upstream.observe(answer.appVersion);
    if (answer.status >= 200 && answer.status < 300) return answer;
    throw new StatusFault({
      status: answer.status,
      error: decodeError(answer.body),
      complete: answer.complete,
      since,
      retryAfterSeconds: secondsOf(answer.retryAfter),
    });
  }

  async function get<T>(path: string, decode: (body: unknown) => T | null): Promise<T> {
    const answer = await limit(() => send({ method: 'GET', path, signal: caller.signal }));
    return decode(answer.body) ?? unreadable(answer);
  }

  /** What was begun before under the same path, or what `begin` begins now. */
  function once<T>(path: string, begin: () => Promise<T>): Promise<T> {
    const begun = (reads.get(path) as Promise<T> | undefined) ?? begin();
    reads.set(path, begun);
    return begun;
  }

  const read = <T>(operation: string, path: string, decode: (body: unknown) => T | null): Promise<T> =>
    once(path, () => asking(operation, {}, () => get(path, decode)));

  const find = <T>(operation: string, path: string, decode: (body: unknown) => T | null): Promise<T | null> =>
    once(path, () => asking(operation, {}, () => get(path, decode).catch(nullIfNotFound)));

  async function write<T>(
    { path, body, since }: WriteRequest,
    detached: boolean,
    decode: (body: unknown) => T | null,
  ): Promise<T> {
    // What was read before may not be so any more.
    reads.clear();
    const signal = detached ? {} : { signal: caller.signal };
    const answer = await send({ method: 'POST', path, body, ...signal }, since);
    return decode(answer.body) ?? unreadable(answer);
  }

  return {
    createChat: (body, { toInputPath, detached }) =>
      asking('createChat', { write: true, toInputPath }, async () => {
        const request = createChatRequest(await upstream.dialect(), body);
        return write(request, detached, decodeCreatedChat);
      }),

    startChat: (body, { toInputPath, detached }) =>
      asking('startChat', { write: true, toInputPath }, async () => {
        const dialect = await upstream.dialect();
        const request = startChatRequest(dialect, body);
        if (!request) throw cannotStart(dialect, upstream.knownVersion());
        return write(request, detached, decodeCreatedChat);
      }),

    getAccounts: () => read('getAccounts', '/v1/accounts', decodeAccounts),

    listContacts: (accountID, { query, limit, page }) =>
      read(
        'listContacts',
        withQuery(`/v1/accounts/${encodeURIComponent(accountID)}/contacts/list`, {
          query,
          limit,
          ...pageQuery(page),
        }),
        decodeUsers,
      ),

    getChat: (chatID) => find('getChat', `/v1/chats/${encodeURIComponent(chatID)}`, decodeChat),

    listChats: ({ accountIDs, page }) =>
      read('listChats', withQuery('/v1/chats', { accountIDs, ...pageQuery(page) }), decodeChatsWithPreview),

    searchChats: ({ search, limit, page }) =>
      read(
        'searchChats',
        withQuery('/v1/chats/search', { ...search, limit, ...pageQuery(page) }),
        decodeChats,
      ),

    listMessages: (chatID, page) =>
      read(
        'listMessages',
        withQuery(`/v1/chats/${encodeURIComponent(chatID)}/messages`, pageQuery(page)),
        decodeMessages,
      ),
  };
}

/** For what is read by its ID: that there is none is an answer, not a failure. A missing route is another matter. */
function nullIfNotFound(fault: unknown): null {
  if (fault instanceof StatusFault && fault.status === 404 && fault.error) return null;
  throw fault;
}

function unreadable(answer: Answer): never {
  throw new UnreadableFault(answer.status);
}

const cannotStart = (dialect: Dialect | null, actualVersion: string | null) =>
  dialect === null
    ? new UnsupportedFailure('The server is not Beeper’s own app, so how it starts a chat is not known.', {
        remedy:
          'Set BEEPER_API at the gateway to what the server speaks, "union" or "split", or use createChat.',
        requiredVersion: null,
        actualVersion,
      })
    : new UnsupportedFailure('This version of Beeper can’t start a chat from a contact.', {
        remedy: `Update Beeper Desktop to ${firstVersionOf.union} or newer, or use createChat.`,
        requiredVersion: firstVersionOf.union,
        actualVersion,
      });

/** @returns whole seconds from a Retry-After in either of its forms, or null; at most what a GraphQL Int holds. */
function secondsOf(retryAfter: string | null): number | null {
  if (retryAfter === null) return null;
  const seconds = /^\d+$/.test(retryAfter.trim())
    ? Number(retryAfter)
    : Math.ceil((Date.parse(retryAfter) - Date.now()) / 1000);
  return Number.isNaN(seconds) ? null : Math.min(Math.max(seconds, 0), 2 ** 31 - 1);
}
