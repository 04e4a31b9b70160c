import { useQuery } from '@apollo/client/react';
import { QueryFailures } from '../failures/QueryFailures.tsx';
import { graphql } from '../gql/index.ts';
import { BackLink } from '../ui/BackLink.tsx';
import { Spinner } from '../ui/Loading.tsx';
import { OpenConversation } from './OpenConversation.tsx';

export const ConversationQuery = graphql(`
  query Conversation($id: ID!, $first: Int = 30, $after: String) {
    chat(id: $id) {
      id
      unreadCount
      isMarkedUnread
      ...ConversationHeader
      ...ConversationScope
      ...Composer
      messages(first: $first, after: $after) {
        edges { cursor node { id sentWithKey ...MessageRow } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

/** Only what is older: what the chat is like was read before. */
const OlderMessages = graphql(`
  query OlderMessages($id: ID!, $first: Int = 30, $after: String) {
    chat(id: $id) {
      id
      messages(first: $first, after: $after) {
        edges { cursor node { id sentWithKey ...MessageRow } }
        pageInfo { hasNextPage endCursor }
      }
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
  if (data?.chat)
    return (
      <OpenConversation
        chat={data.chat}
        error={loading ? null : error}
        onReload={() => refetch().then(() => {})}
        onOlder={(after) =>
          fetchMore({ query: OlderMessages, variables: { id: chatID, after } }).then(({ error }) => {
            if (error) throw error;
          })
        }
      />
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
          <p>This chat is gone, or it never was there.</p>
        )}
      </div>
    </section>
  );
}
