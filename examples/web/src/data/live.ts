import { print } from 'graphql';
import { createClient } from 'graphql-sse';
import type { ChatEventsSubscription } from '../gql/graphql.ts';
import { graphql } from '../gql/index.ts';
import { applyEvent } from './applyEvent.ts';
import { gatewayPath } from './client.ts';
import { setConnection } from './connection.ts';

export const ChatEvents = graphql(`
  subscription ChatEvents($after: String) {
    chatEvents(after: $after) {
      __typename
      ... on BeeperLiveEvent { position index }
      ... on BeeperLiveStarted { isResumed isPolled }
      ... on BeeperLiveGap { reason needsReload chatIDs }
      ... on BeeperMessageUpserted { chatID messageID message { id sentWithKey ...MessageRow } chat { id ...ChatRow } }
      ... on BeeperMessageDeleted { chatID messageID }
      ... on BeeperChatUpserted { chatID chat { id ...ChatRow } }
      ... on BeeperChatDeleted { chatID }
      ... on BeeperLiveEnded { error { ...Failure } }
    }
  }
`);

export type ChatEvent = ChatEventsSubscription['chatEvents'];

/** Opens the one stream of the page. */
export function openLive(): void {
  const sse = createClient({ url: new URL(gatewayPath, location.href).href, retryAttempts: 0 });
  sse.subscribe<ChatEventsSubscription>(
    { query: print(ChatEvents), variables: { after: null } },
    {
      next({ data }) {
        const event = data?.chatEvents;
        if (!event) return;
        if (event.__typename === 'BeeperLiveStarted') setConnection({ kind: 'live' });
        applyEvent(event);
      },
      error: () => setConnection({ kind: 'waiting' }),
      complete: () => setConnection({ kind: 'waiting' }),
    },
  );
}
