import { Client, cacheExchange, fetchExchange } from '@urql/core';
import { ChatList } from './chatList.ts';
import { ChatEvents, Inbox as InboxQuery, SendText } from './documents.ts';
import { createEventQueue } from './eventQueue.ts';
import type { Inbox } from './inbox.ts';

/** With the document cache, which needs no configuration. */
export const createUrqlClient = (url: string, headers: Record<string, string> = {}) =>
  new Client({
    url,
    exchanges: [cacheExchange, fetchExchange],
    // fetchExchange reads event streams itself.
    fetchSubscriptions: true,
    // In a GET, documents and variables would be in the URL, and so in logs.
    preferGetMethod: false,
    fetchOptions: { headers },
  });

export async function openInbox(client: Client): Promise<Inbox> {
  const list = new ChatList();

  async function read(after: string | null): Promise<boolean> {
    // The document cache does not know that an event makes an answer old.
    const { data, error } = await client.query(InboxQuery, { after }, { requestPolicy: 'network-only' });
    // Of a query, `data` can be there beside `error`: a field that can't be read is null.
    if (!data?.chats) throw error ?? new Error('No chats');
    if (after === null) list.clear();
    return list.add(data);
  }
  await read(null);

  const events = createEventQueue({
    listen(after, onEvent, onEnd) {
      const { unsubscribe } = client
        .subscription(ChatEvents, { after })
        .subscribe(({ data, error, hasNext }) => {
          if (data && hasNext) onEvent(data.chatEvents);
          // A stream that is refused is an error without data. At the end, the last result comes again.
          else onEnd(data ? (error?.networkError ?? null) : (error ?? null));
        });
      return unsubscribe;
    },
    reload: () => read(null),
    put: (chat) => list.put(chat),
    remove: (chatID) => list.remove(chatID),
  });

  return {
    chats: () => list.sorted,
    loadMore: () => events.inTurn(() => read(list.endCursor)),
    async send(chatID, text, key) {
      const { data, error } = await client.mutation(SendText, { chatID, text, key });
      if (!data) throw error;
      return data.sendMessage;
    },
    follow: events.follow,
  };
}
