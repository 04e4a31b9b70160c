import { getChat, listChats } from '../../../src/beeper/chats/api.ts';
import type { Chat } from '../../../src/beeper/chats/wire.ts';
import { createClient } from '../../../src/beeper/client.ts';
import { listMessages } from '../../../src/beeper/messages/api.ts';
import { isShown, type Message } from '../../../src/beeper/messages/wire.ts';
import type { Page } from '../../../src/beeper/page.ts';
import { createResilience } from '../../../src/beeper/resilience.ts';
import { createServerInfo } from '../../../src/beeper/serverInfo.ts';
import { createTransport } from '../../../src/beeper/transport.ts';
import { neverAborts } from '../../../src/common/callerSignal.ts';
import { Failure, NotFoundFailure, UnavailableFailure } from '../../../src/failures.ts';
import type { LiveEvent } from '../../../src/live/events.ts';
import { createHub } from '../../../src/live/hub.ts';
import type { LineTimes } from '../../../src/live/line.ts';
import type { Sandbox } from '../../../src/sandbox/index.ts';
import type { PageEvent, ShownChat, ShownMessage, Source } from './page.ts';

const silentLog = { info() {}, warn() {}, error() {} };

/** Pages that use the hub without GraphQL. */
export function createHubSource(
  sandbox: Sandbox,
  { times, maxPending }: { times: LineTimes; maxPending: number },
): { source: Source; close: () => Promise<void> } {
  const transport = createResilience(
    createTransport({ origin: sandbox.url, connectTimeoutMs: 10_000, maxConnections: 8 }),
    { maxConcurrency: 8, circuitOpenMs: 50 },
  );
  const connection = { transport, serverInfo: createServerInfo(transport, 'auto'), timeoutMs: 10_000 };
  const { token } = sandbox;
  const hub = createHub({
    ...connection,
    origin: sandbox.url,
    log: silentLog,
    maxStreams: { inAll: 50, perCaller: 20 },
    maxPending,
    times,
  });
  const client = () =>
    createClient(connection, {
      token,
      tokenOwner: 'caller',
      log: silentLog,
      signal: neverAborts,
      arrivedAt: performance.now(),
      dropped: new Map(),
      record: null,
    });
  const source: Source = {
    hasKeys: false,
    subscribe({ chatIDs, after }) {
      const stream = hub.subscribe({
        token,
        tokenOwner: 'caller',
        keyHolder: null,
        signal: neverAborts,
        chatIDs,
        after,
      });
      return {
        next: async () => toResult(await stream.next()),
        async return() {
          await stream.return?.();
          return { done: true, value: undefined };
        },
      };
    },
    async chats(chatIDs) {
      const { read } = client();
      if (chatIDs !== null) {
        const found = await Promise.all(chatIDs.map((id) => read(getChat(id))));
        return found.flatMap((chat) => (chat ? toChat(chat) : []));
      }
      const found = new Map<string, ShownChat>();
      let cursor: string | null = null;
      for (let pages = 0; pages < 40; pages++) {
        const page: Page<Chat> = await read(listChats(null, 200, { cursor, direction: 'before' }));
        for (const chat of page.items) found.set(chat.id, toChat(chat));
        cursor = page.oldestCursor;
        if (!page.hasMore || cursor === null) break;
      }
      return [...found.values()];
    },
    async messages(chatID, pages, until) {
      const { read } = client();
      const found: Message[] = [];
      let cursor: string | null = null;
      try {
        for (let count = 0; count < pages; count++) {
          const page: Page<Message> = await read(listMessages(chatID, { cursor, direction: 'before' }));
          if (until === undefined) hub.served(token, chatID, page.items);
          found.push(...page.items);
          cursor = page.oldestCursor;
          const last = page.items.at(-1)?.sortKey;
          if (!page.hasMore || cursor === null) return { messages: found.map(toMessage), oldest: null };
          if (until != null && Number(last) < Number(until)) break;
        }
      } catch (failure) {
        if (failure instanceof NotFoundFailure) return null;
        throw failure;
      }
      return { messages: found.map(toMessage), oldest: found.at(-1)?.sortKey ?? null };
    },
    async send(chatID, text) {
      const release = hub.holdEchoes(token);
      await fetch(`${sandbox.url}/v1/chats/${encodeURIComponent(chatID)}/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
      }).then((response) => response.text());
      release();
    },
  };
  return {
    source,
    async close() {
      hub.close(new UnavailableFailure('The test ends.', { remedy: '', retryAfterSeconds: null }));
      await transport.close();
    },
  };
}

async function toResult({
  done,
  value,
}: IteratorResult<LiveEvent | Failure>): Promise<IteratorResult<PageEvent>> {
  if (done || value instanceof Failure) return { done: true, value: undefined };
  return { done: false, value: await toPageEvent(value) };
}

async function toPageEvent(event: LiveEvent): Promise<PageEvent> {
  const { position } = event;
  switch (event.kind) {
    case 'started':
      return { __typename: 'BeeperLiveStarted', position, isResumed: event.isResumed };
    case 'gap': {
      const { needsReload, chatIDs, reason } = event;
      return { __typename: 'BeeperLiveGap', position, needsReload, chatIDs, reason } as PageEvent;
    }
    case 'messageUpserted': {
      const { chatID, messageID } = event;
      const message = await orUnread(event.message(), toMessage);
      const chat = await orUnread(event.chat(), toChat);
      return { __typename: 'BeeperMessageUpserted', position, chatID, messageID, message, chat };
    }
    case 'messageDeleted':
      return {
        __typename: 'BeeperMessageDeleted',
        position,
        chatID: event.chatID,
        messageID: event.messageID,
      };
    case 'chatUpserted':
      return {
        __typename: 'BeeperChatUpserted',
        position,
        chatID: event.chatID,
        chat: await orUnread(event.chat(), toChat),
      };
    case 'chatDeleted':
      return { __typename: 'BeeperChatDeleted', position, chatID: event.chatID };
  }
}

async function orUnread<Value, Shown>(reading: Promise<Value | null>, show: (value: Value) => Shown) {
  try {
    const value = await reading;
    return value === null ? null : show(value);
  } catch (failure) {
    if (failure instanceof Failure) return undefined;
    throw failure;
  }
}

const toMessage = ({ sortKey, ...message }: Message): ShownMessage => ({
  id: message.id,
  isShown: isShown({ ...message, sortKey }) && !message.isDeleted,
  sortKey: sortKey ?? '',
  content: JSON.stringify(message),
});

/** Without what only the list has, or has less of. */
const toChat = ({ preview: _, participants, ...chat }: Chat): ShownChat => ({
  id: chat.id,
  isPart: chat.mergedIntoChatID !== null,
  content: JSON.stringify({ ...chat, members: participants?.total }),
});
