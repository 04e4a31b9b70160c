import type { ChatEventsSubscription } from '../gql/graphql.ts';
import { graphql } from '../gql/index.ts';

/** What happens in all chats. Selects of chats and messages what the inbox and a conversation show. */
export const ChatEvents = graphql(`
  subscription ChatEvents($after: String) {
    chatEvents(after: $after) {
      __typename
      ... on BeeperLiveEvent { position index }
      ... on BeeperLiveStarted { isResumed }
      ... on BeeperLiveGap { needsReload chatIDs }
      ... on BeeperMessageUpserted { chatID messageID message { id sentWithKey ...MessageRow } chat { id ...ChatRow } }
      ... on BeeperMessageDeleted { chatID messageID }
      ... on BeeperChatUpserted { chatID chat { id ...ChatRow } }
      ... on BeeperChatDeleted { chatID }
      ... on BeeperLiveEnded { error { ...Failure } }
    }
  }
`);

export type ChatEvent = ChatEventsSubscription['chatEvents'];
