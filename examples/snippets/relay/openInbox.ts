import { createClient } from 'graphql-sse';
import {
  ConnectionHandler,
  commitMutation,
  createOperationDescriptor,
  Environment,
  fetchQuery,
  getRequest,
  Network,
  Observable,
  RecordSource,
  type RecordSourceSelectorProxy,
  requestSubscription,
  Store,
} from 'relay-runtime';
import { unreadable } from '../eventQueue.ts';
import { fetchStream } from '../failureOf.ts';
import type { SendTextMutation } from '../gql/graphql.js';
import { byActivity, type Inbox } from '../inbox.ts';
import InboxEventsSubscription, {
  type InboxEventsSubscription as EventsOperation,
} from './__generated__/InboxEventsSubscription.graphql.ts';
import InboxQuery, { type InboxQuery as InboxOperation } from './__generated__/InboxQuery.graphql.ts';
import InboxSendMutation, {
  type InboxSendMutation as SendOperation,
} from './__generated__/InboxSendMutation.graphql.ts';

export async function openInbox(url: string, headers: Record<string, string> = {}): Promise<Inbox> {
  const events = createClient({ url, headers, retryAttempts: 0, fetchFn: fetchStream });
  // Events are held back while the page reads: an answer can be older than an event that overtakes it.
  let settled: Promise<unknown> = Promise.resolve();
  let after: string | null = null;
  /** There is a gap in what the page shows. */
  let isStale = false;

  const environment = new Environment({
    network: Network.create(
      async ({ text }, variables) => {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ query: text, variables }),
        });
        const { data, errors } = await response.json();
        // Relay would empty the list if the chats can't be read.
        if (errors && Object.values(data ?? {}).every((field) => field === null))
          throw Object.assign(new Error(errors[0].message), errors[0]);
        return { data, errors };
      },
      ({ text }, variables) =>
        Observable.create((sink) =>
          events.subscribe(
            { query: text ?? '', variables },
            {
              next: (result) => {
                settled = settled.then(() => sink.next(result as Parameters<typeof sink.next>[0]));
              },
              error: (error) => sink.error(error as Error),
              complete: () => void settled.then(() => sink.complete()),
            },
          ),
        ),
    ),
    store: new Store(new RecordSource()),
    // Without it, Relay takes an `id` to be unique among all types.
    getDataID: ({ id }, type) => (typeof id === 'string' ? `${type}:${id}` : null),
  });

  const operation = createOperationDescriptor(getRequest(InboxQuery), {});
  // What is not retained can be removed from the store.
  environment.retain(operation);
  const connection = () => (environment.lookup(operation.fragment).data as InboxOperation['response']).chats;
  // A page with a cursor is appended to the connection; one without replaces it.
  const read = (after: string | null) =>
    fetchQuery<InboxOperation>(
      environment,
      InboxQuery,
      { after },
      { networkCacheConfig: { force: true } },
    ).toPromise();
  await read(null);

  async function reload(): Promise<void> {
    await read(null);
    isStale = false;
  }

  return {
    chats: () => (connection()?.edges ?? []).flatMap(({ node }) => node ?? []).toSorted(byActivity),
    loadMore() {
      // In turn with events: Relay drops a page that a reload overtakes.
      const page = settled.then(() => read(connection()?.pageInfo.endCursor ?? null));
      settled = page.catch(() => {});
      return page.then(() => connection()?.pageInfo.hasNextPage ?? false);
    },
    send: (chatID, text, key) =>
      new Promise((resolve, reject) => {
        commitMutation<SendOperation>(environment, {
          mutation: InboxSendMutation,
          variables: { chatID, text, key },
          // Relay types the fields of an interface as optional, and not as a union.
          onCompleted: ({ sendMessage }) => resolve(sendMessage as SendTextMutation['sendMessage']),
          onError: reject,
        });
      }),
    follow(onChange, onEnd) {
      let isOver = false;
      const leave = () => {
        isOver = true;
        dispose();
      };
      const end = (error: unknown) => {
        if (isOver) return;
        leave();
        onEnd(error);
      };
      const { dispose } = requestSubscription<EventsOperation>(environment, {
        subscription: InboxEventsSubscription,
        variables: { after },
        updater: updateList,
        onNext(data) {
          const event = data?.chatEvents;
          if (event?.__typename === 'BeeperLiveEnded') return end(event.error);
          if (event?.position) after = event.position;
          const isGap = event?.__typename === 'BeeperLiveStarted' ? !event.isResumed : event?.needsReload;
          if (isGap) isStale = true;
          if (!isStale) return onChange();
          // If it fails, the next stream repeats it.
          settled = settled
            .then(reload)
            .catch(unreadable)
            .then(() => isOver || onChange(), end);
        },
        onError: end,
        onCompleted: () => end(null),
      });
      return leave;
    },
  };
}

/** A chat of an event changes where it is shown. In the list, it moves to the top. */
function updateList(store: RecordSourceSelectorProxy<EventsOperation['response']>): void {
  const event = store.getRootField('chatEvents');
  const list = ConnectionHandler.getConnection(store.getRoot(), 'Inbox_chats');
  if (!event || !list) return;
  const chat = event.getLinkedRecord('chat');
  if (chat) {
    ConnectionHandler.deleteNode(list, chat.getDataID());
    ConnectionHandler.insertEdgeBefore(
      list,
      ConnectionHandler.createEdge(store, list, chat, 'BeeperChatEdge'),
    );
  }
  if (event.getValue('__typename') === 'BeeperChatDeleted')
    ConnectionHandler.deleteNode(list, `BeeperChat:${event.getValue('chatID')}`);
}
