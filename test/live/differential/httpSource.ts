import type { LineTimes } from '../../../src/live/line.ts';
import type { Sandbox } from '../../../src/sandbox/index.ts';
import { createMemoryStore } from '../../../src/writes/store/memory.ts';
import { type Subscription, subscribe } from '../../support/eventStream.ts';
import { type Gateway, startGateway } from '../../support/gateway.ts';
import { chatDocument, chatsDocument, eventsDocument, messagesDocument, sendDocument } from './documents.ts';
import type { PageEvent, ShownChat, ShownMessage, Source } from './page.ts';

interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

interface ChatNode {
  readonly id: string;
  readonly mergedInto: object | null;
}

interface MessageNode {
  readonly id: string;
  readonly isDeleted: boolean | null;
  readonly isHidden: boolean | null;
  readonly sortKey: string | null;
  readonly sentWithKey: string | null;
}

interface ChatMessages {
  readonly chat: { readonly messages: Connection<MessageNode> } | null;
}

type EventNode = { readonly __typename: string; readonly index: number } & Record<string, unknown>;

/** Pages that use a gateway as clients do: events over SSE, queries and mutations. */
export async function createHTTPSource(
  sandbox: Sandbox,
  { times, maxPending }: { times: LineTimes; maxPending: number },
): Promise<{ source: Source; close: () => Promise<void> }> {
  const store = createMemoryStore();
  const options = { beeper: sandbox.url, store, circuitOpenMs: 50, timeoutMs: 10_000, graphiql: false };
  const gateway = await startGateway({ ...options, live: { times, maxPending } });
  // What is read to compare must not tell the first one of anything.
  const other = await startGateway(options);
  const source: Source = {
    hasKeys: true,
    subscribe: ({ chatIDs, after }) => eventsOf(gateway, { chatIDs, after }),
    async chats(chatIDs, isFresh) {
      const from = isFresh ? other : gateway;
      if (chatIDs !== null) {
        const ask = (id: string) => query<{ chat: ChatNode | null }>(from, chatDocument, { id });
        const found = await Promise.all(chatIDs.map(ask));
        return found.flatMap(({ chat }) => (chat ? toChat(chat) : []));
      }
      const ask = (after: string | null) =>
        query<{ chats: Connection<ChatNode> }>(from, chatsDocument, { after });
      return (await pagesOf(async (after) => (await ask(after)).chats)).map(toChat);
    },
    async messages(chatID, pages, until) {
      const from = until === undefined ? gateway : other;
      const found: ShownMessage[] = [];
      let after: string | null = null;
      for (let count = 0; count < pages; count++) {
        const { chat }: ChatMessages = await query<ChatMessages>(from, messagesDocument, { chatID, after });
        if (!chat) return null;
        const { nodes, pageInfo }: Connection<MessageNode> = chat.messages;
        found.push(...nodes.map(toMessage));
        after = pageInfo.endCursor;
        if (!pageInfo.hasNextPage || after === null) return { messages: found, oldest: null };
        if (until != null && Number(nodes.at(-1)?.sortKey) < Number(until)) break;
      }
      return { messages: found, oldest: found.at(-1)?.sortKey ?? null };
    },
    async send(chatID, text, key) {
      const { sendMessage } = await query<{ sendMessage: { __typename: string } }>(gateway, sendDocument, {
        chatID,
        text,
        key,
      });
      if (sendMessage.__typename !== 'SendMessagePayload') throw new Error(sendMessage.__typename);
    },
  };
  return {
    source,
    async close() {
      await gateway[Symbol.asyncDispose]();
      await other[Symbol.asyncDispose]();
    },
  };
}

/** @returns the events of a subscription. Nothing is read from its socket but for `next`. */
function eventsOf(gateway: Gateway, variables: object): AsyncIterator<PageEvent, undefined> {
  let opening: Promise<Subscription> | undefined;
  let hasLeft = false;
  let index = 0;
  return {
    async next() {
      try {
        opening ??= subscribe(gateway, eventsDocument, { variables });
        const result = await (await opening).next();
        const event = result?.data?.chatEvents as EventNode | undefined;
        if (hasLeft || !event || event.__typename === 'BeeperLiveEnded')
          return { done: true, value: undefined };
        if (event.index !== index++) throw new Error(`Event ${event.index} is not ${index - 1}.`);
        const unread = result?.errors?.map(({ path }) => path?.[1]) ?? [];
        return { done: false, value: toEvent(event, unread) };
      } catch (error) {
        if (!hasLeft && !isNetworkError(error)) throw error;
        return { done: true, value: undefined };
      }
    },
    async return() {
      hasLeft = true;
      const opened = await opening?.catch(() => undefined);
      await opened?.[Symbol.asyncDispose]();
      return { done: true, value: undefined };
    },
  };
}

/** @param unread the fields that could not be read. */
function toEvent(event: EventNode, unread: readonly unknown[]): PageEvent {
  const shown = (field: string, show: (node: never) => object) => {
    if (!(field in event)) return {};
    const node = event[field] as never;
    return { [field]: unread.includes(field) ? undefined : node && show(node) };
  };
  return { ...event, ...shown('message', toMessage), ...shown('chat', toChat) } as never;
}

/** @throws {Error} where any field could not be read. */
async function query<Data>({ send }: Gateway, document: string, variables: object): Promise<Data> {
  const answer = await (await send(document, variables)).json();
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

async function pagesOf<Node>(ask: (after: string | null) => Promise<Connection<Node>>) {
  const found: Node[] = [];
  let after: string | null = null;
  for (;;) {
    const { nodes, pageInfo } = await ask(after);
    found.push(...nodes);
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) return found;
  }
}

const isNetworkError = (error: unknown) => error instanceof TypeError;

const toMessage = ({ sortKey, ...message }: MessageNode): ShownMessage => ({
  id: message.id,
  isShown: !message.isDeleted && !message.isHidden,
  sortKey: sortKey ?? '',
  content: JSON.stringify(message),
  sentWithKey: message.sentWithKey,
});

const toChat = (chat: ChatNode): ShownChat => ({
  id: chat.id,
  isPart: chat.mergedInto !== null,
  content: JSON.stringify(chat),
});
