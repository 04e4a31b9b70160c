import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, Observable } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { OperationTypeNode, print } from 'graphql';
import { type ClientOptions, createClient } from 'graphql-sse';
import { ChatEvents, Inbox as InboxQuery, SendText } from './documents.ts';
import { createEventQueue } from './eventQueue.ts';
import { fetchStream } from './failureOf.ts';
import { byActivity, type Inbox } from './inbox.ts';
import { possibleTypes } from './possibleTypes.ts';

/** Subscriptions as server-sent events. */
class SSELink extends ApolloLink {
  readonly #client;

  constructor(options: ClientOptions) {
    super();
    // The page subscribes again itself, with a new `after`.
    this.#client = createClient({ ...options, retryAttempts: 0, fetchFn: fetchStream });
  }

  override request({ query, variables }: ApolloLink.Operation) {
    return new Observable<ApolloLink.Result>((sink) =>
      this.#client.subscribe(
        { query: print(query), variables },
        {
          next: (result) => sink.next(result as ApolloLink.Result),
          error: (error) => sink.error(error),
          complete: () => sink.complete(),
        },
      ),
    );
  }
}

export function createApolloClient(url: string, headers: Record<string, string> = {}): ApolloClient {
  return new ApolloClient({
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new SSELink({ url, headers }),
      new HttpLink({ uri: url, headers }),
    ),
    cache: new InMemoryCache({
      // Without it, the cache drops what `... on BeeperError` selects.
      possibleTypes: {
        ...possibleTypes,
        // The pattern matches error types of later versions, too.
        BeeperError: [...possibleTypes.BeeperError, 'Beeper\\w+Error'],
        // These have no subtypes. In development, Apollo Client warns of fragments on types that it does not know.
        ...Object.fromEntries([...possibleTypes.BeeperError, 'SendMessagePayload'].map((type) => [type, []])),
      },
      typePolicies: {
        // Lists with different arguments of these names are different lists.
        Query: { fields: { chats: relayStylePagination(['accountIDs', 'merged']) } },
        // Has no ID: what two queries select of it belongs together.
        BeeperParticipants: { merge: true },
      },
    }),
  });
}

export async function openInbox(client: ApolloClient): Promise<Inbox> {
  const { cache } = client;
  // 'all': a field that can't be read is null, and the rest of the answer is there. With 'none', the default, all of it is lost.
  const query = { query: InboxQuery, errorPolicy: 'all' } as const;
  const { data, error } = await client.query(query);
  if (!data?.chats) throw error;
  // In React, useQuery has the same fetchMore.
  const inbox = client.watchQuery(query);
  inbox.subscribe(() => {});
  // From the cache: `inbox` is told of a change a moment later, after `fetchMore` has resolved.
  const shown = () => cache.readQuery({ query: InboxQuery })?.chats;

  const events = createEventQueue({
    listen(after, onEvent, onEnd) {
      const subscription = client
        .subscribe({
          query: ChatEvents,
          variables: { after },
          errorPolicy: 'all',
          // The queue writes into the cache, in the right order.
          fetchPolicy: 'no-cache',
        })
        .subscribe({
          next({ data, error }) {
            // A stream that is refused or lost is a result with an error.
            if (data) onEvent(data.chatEvents);
            else onEnd(error);
          },
          complete: () => onEnd(null),
        });
      return () => subscription.unsubscribe();
    },
    async reload() {
      // Not by `refetch`, which empties the list if the chats can't be read.
      const { data, error } = await client.query({ ...query, fetchPolicy: 'no-cache' });
      if (!data?.chats) throw error;
      cache.writeQuery({ query: InboxQuery, data });
    },
    put(chat) {
      // The cache changes the chat everywhere. In the list, it moves to the top.
      cache.updateQuery({ query: InboxQuery }, (data) => {
        if (!data?.chats) return undefined;
        const others = data.chats.edges.filter(({ node }) => node?.id !== chat.id);
        const edge = { __typename: 'BeeperChatEdge', node: { __typename: 'BeeperChat', ...chat } };
        return { chats: { ...data.chats, edges: [edge, ...others] } };
      });
    },
    remove(chatID) {
      cache.evict({ id: `BeeperChat:${chatID}` });
    },
  });

  return {
    chats: () => (shown()?.edges ?? []).flatMap(({ node }) => node ?? []).toSorted(byActivity),
    loadMore: () =>
      events.inTurn(async () => {
        const { data } = await inbox.fetchMore({ variables: { after: shown()?.pageInfo.endCursor } });
        return data?.chats?.pageInfo.hasNextPage ?? false;
      }),
    async send(chatID, text, key) {
      // With 'none' here: a mutation that was done has no top-level error.
      const { data } = await client.mutate({ mutation: SendText, variables: { chatID, text, key } });
      return data?.sendMessage;
    },
    follow: events.follow,
  };
}
