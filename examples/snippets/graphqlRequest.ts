import { print } from 'graphql';
import { GraphQLClient } from 'graphql-request';
import { createClient } from 'graphql-sse';
import { ChatList } from './chatList.ts';
import { ChatEvents, Inbox as InboxQuery, SendText } from './documents.ts';
import { createEventQueue } from './eventQueue.ts';
import { fetchStream } from './failureOf.ts';
import type { ChatEventsSubscription } from './gql/graphql.js';
import type { Inbox } from './inbox.ts';

/**
 * graphql-request takes no relative URL.
 * @param base the address of the page, if there is one.
 */
export const absolute = (url: string, base: string | undefined): string => new URL(url, base).href;

export async function openInbox(path: string, headers: Record<string, string> = {}): Promise<Inbox> {
  const url = absolute(path, (globalThis as { location?: { href: string } }).location?.href);
  // 'all': `data` arrives although a field of it could not be read. With 'none', the default, the client throws.
  const queries = new GraphQLClient(url, { headers, errorPolicy: 'all' });
  // A mutation that was done has no top-level error: what fails is a member of its result.
  const mutations = new GraphQLClient(url, { headers });
  // graphql-request can't subscribe.
  const subscriptions = createClient({ url, headers, retryAttempts: 0, fetchFn: fetchStream });
  const list = new ChatList();

  async function read(after: string | null): Promise<boolean> {
    const data = await queries.request(InboxQuery, { after });
    if (!data.chats) throw new Error('The chats can’t be read.');
    if (after === null) list.clear();
    return list.add(data);
  }
  await read(null);

  const events = createEventQueue({
    listen: (after, onEvent, onEnd) =>
      subscriptions.subscribe<ChatEventsSubscription>(
        { query: print(ChatEvents), variables: { after } },
        {
          // A stream that can't begin, such as with an invalid document, has errors without data.
          next: ({ data, errors }) => (data ? onEvent(data.chatEvents) : onEnd(errors?.[0])),
          error: onEnd,
          complete: () => onEnd(null),
        },
      ),
    reload: () => read(null),
    put: (chat) => list.put(chat),
    remove: (chatID) => list.remove(chatID),
  });

  return {
    chats: () => list.sorted,
    loadMore: () => events.inTurn(() => read(list.endCursor)),
    send: async (chatID, text, key) => (await mutations.request(SendText, { chatID, text, key })).sendMessage,
    follow: events.follow,
  };
}
