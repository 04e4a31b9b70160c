import type { Logger } from 'pino';
import { Failure, UnauthenticatedFailure, UnsupportedFailure } from '../failures.ts';
import { decodeChat, decodeCreatedChat, decodeError } from './decode.ts';
import { createChatRequest, firstVersionOf, startChatRequest, type WriteRequest } from './dialect.ts';
import { NetworkFault, StatusFault, UnreadableFault } from './faults.ts';
import { type CallFacts, toFailure } from './normalize.ts';
import type { Answer, Call, Transport } from './transport.ts';
import type { Chat, CreateChatBody, CreatedChat, Dialect, StartChatBody } from './types.ts';
import type { Upstream } from './upstream.ts';

/** On whose behalf Beeper is asked. */
export interface Caller {
  /** The bearer token that goes upstream; null makes every call fail before it is sent. */
  readonly token: string | null;
  /** Aborts the upstream calls when the caller goes away. */
  readonly signal: AbortSignal;
  /** Carries the request ID. */
  readonly log: Logger;
}

/** Where, in the caller's own input, the field stands that Beeper complains of. */
export type ToInputPath = CallFacts['toInputPath'];

/**
 * Beeper's endpoints, one method each, under the endpoint's own words and bound to one caller.
 * Every method throws a `Failure` for what can be expected to go wrong, and logs it once.
 */
export interface BeeperClient {
  createChat(body: CreateChatBody, toInputPath: ToInputPath): Promise<CreatedChat>;
  startChat(body: StartChatBody, toInputPath: ToInputPath): Promise<CreatedChat>;
  /** @returns the chat, or null where Beeper knows none with this ID. */
  getChat(chatID: string): Promise<Chat | null>;
}

/** Binds `transport` to one caller. Makes no call and holds nothing but its arguments. */
export function createClient(transport: Transport, upstream: Upstream, caller: Caller): BeeperClient {
  /** The door: what goes wrong inside comes out as a failure, and is logged here and nowhere else. */
  async function asking<T>(operation: string, facts: Partial<CallFacts>, work: () => Promise<T>): Promise<T> {
    const startedAt = performance.now();
    try {
      if (caller.token === null) throw noToken();
      return await work();
    } catch (fault) {
      if (fault instanceof NetworkFault && fault.reason === 'connection') upstream.forget();
      const failure = toFailure(fault, {
        write: false,
        toInputPath: () => [],
        appVersion: upstream.knownVersion(),
        ...facts,
      });
      if (failure instanceof Failure)
        logFailure(caller.log, operation, failure, performance.now() - startedAt);
      throw failure;
    }
  }

  async function send(
    call: Pick<Call, 'method' | 'path' | 'body'>,
    since: string | null = null,
  ): Promise<Answer> {
    const answer = await transport.call({ ...call, token: caller.token, signal: caller.signal });
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

  async function read<T>(path: string, decode: (body: unknown) => T | null): Promise<T> {
    const answer = await send({ method: 'GET', path });
    return decode(answer.body) ?? unreadable(answer);
  }

  async function write<T>(request: WriteRequest, decode: (body: unknown) => T | null): Promise<T> {
    const { path, body, since } = request;
    const answer = await send({ method: 'POST', path, body }, since);
    return decode(answer.body) ?? unreadable(answer);
  }

  return {
    createChat: (body, toInputPath) =>
      asking('createChat', { write: true, toInputPath }, async () => {
        const request = createChatRequest(await upstream.dialect(), body);
        return write(request, decodeCreatedChat);
      }),

    startChat: (body, toInputPath) =>
      asking('startChat', { write: true, toInputPath }, async () => {
        const dialect = await upstream.dialect();
        const request = startChatRequest(dialect, body);
        if (!request) throw cannotStart(dialect, upstream.knownVersion());
        return write(request, decodeCreatedChat);
      }),

    getChat: (chatID) =>
      asking('getChat', {}, () =>
        read(`/v1/chats/${encodeURIComponent(chatID)}`, decodeChat).catch(nullIfNotFound),
      ),
  };
}

function unreadable(answer: Answer): never {
  throw new UnreadableFault(answer.status);
}

/** For reads by ID: that there is none is an answer, not a failure. A missing route is another matter. */
function nullIfNotFound(fault: unknown): null {
  if (fault instanceof StatusFault && fault.status === 404 && fault.error) return null;
  throw fault;
}

const noToken = () =>
  new UnauthenticatedFailure('There is no Beeper access token to ask with.', {
    remedy:
      'Send one as "Authorization: Bearer …", or set BEEPER_ACCESS_TOKEN at the gateway. Tokens are made in Beeper Desktop (Settings → Developers → Approved connections).',
  });

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

/** Codes, statuses and times only: messages and bodies can hold what people wrote, and who they are. */
function logFailure(log: Logger, operation: string, failure: Failure, durationMs: number): void {
  const { cause } = failure;
  log.warn(
    {
      operation,
      code: failure.code,
      ...(cause instanceof StatusFault && { status: cause.status, upstreamCode: cause.error?.code ?? null }),
      ...(cause instanceof UnreadableFault && { status: cause.status }),
      ...(cause instanceof NetworkFault && {
        network: cause.reason,
        networkCode: cause.networkCode,
        sent: cause.sent,
      }),
      durationMs: Math.round(durationMs),
    },
    'Beeper could not do what was asked',
  );
}
