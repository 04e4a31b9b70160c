import { useQuery } from '@apollo/client/react';
import { useCallback, useState } from 'react';
import { QueryFailures } from '../failures/QueryFailures.tsx';
import type { ConversationQuery as ConversationData } from '../gql/graphql.ts';
import { graphql } from '../gql/index.ts';
import { BackLink } from '../ui/BackLink.tsx';
import { Spinner } from '../ui/Loading.tsx';
import { OpenConversation } from './OpenConversation.tsx';

const ConversationQuery = graphql(`
  query Conversation($id: ID!, $first: Int = 30, $after: String) {
    chat(id: $id) {
      id
      unreadCount
      isMarkedUnread
      ...ConversationHeader
      ...ConversationScope
      ...Composer
      ...MessagePage
    }
  }
`);

/** Only what is older: what the chat is like was read before. */
const OlderMessages = graphql(`
  query OlderMessages($id: ID!, $first: Int = 30, $after: String) {
    chat(id: $id) {
      id
      ...MessagePage
    }
  }
`);

/** The messages of a chat, and the field to write the next one. */
export function Conversation({ chatID }: { chatID: string }) {
  const { data, error, loading, refetch, fetchMore } = useQuery(ConversationQuery, {
    variables: { id: chatID },
    // Events bring the messages of chats that were opened before; what they missed is read again.
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  // What was read stays while it is read again, and if that fails.
  const [lastRead, setLastRead] = useState<ConversationData['chat']>(null);
  if (data?.chat && data.chat !== lastRead) setLastRead(data.chat);
  const chat = data?.chat ?? (loading || error ? lastRead : null);
  const onReload = useCallback(async () => {
    const { error } = await refetch();
    if (error) throw error;
  }, [refetch]);
  const onOlder = useCallback(
    async (after: string) => {
      const { error } = await fetchMore({ query: OlderMessages, variables: { id: chatID, after } });
      if (error) throw error;
    },
    [fetchMore, chatID],
  );
  if (chat)
    return (
      <OpenConversation chat={chat} error={loading ? null : error} onReload={onReload} onOlder={onOlder} />
    );
  return (
    <section className="conversation" aria-labelledby="conversation-title">
      <header className="conversation-header">
        <BackLink />
        <h1 id="conversation-title" tabIndex={-1}>
          Conversation
        </h1>
      </header>
      <div className="conversation-empty">
        {loading ? (
          <Spinner label="Loading the conversation" />
        ) : error ? (
          <QueryFailures error={error} onRetry={() => void refetch()} />
        ) : (
          <p>This chat is gone or never existed.</p>
        )}
      </div>
    </section>
  );
}
