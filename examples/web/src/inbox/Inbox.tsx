import { useQuery } from '@apollo/client/react';
import { graphql } from '../gql/index.ts';
import { hashOf } from '../ui/route.ts';
import { ChatRow } from './ChatRow.tsx';

export const InboxQuery = graphql(`
  query Inbox($after: String, $first: Int = 25) {
    chats(first: $first, after: $after) {
      edges { cursor node { id ...ChatRow } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** The list of chats, newest activity first. */
export function Inbox({ chatID }: { chatID: string | null }) {
  const { data } = useQuery(InboxQuery);
  return (
    <nav aria-label="Chats">
      <a href={hashOf({ page: 'new', chatID })}>New chat</a>
      <a href={hashOf({ page: 'help', chatID })}>Help</a>
      <ul>
        {data?.chats?.edges.map(
          ({ node }) =>
            node && (
              <li key={node.id}>
                <ChatRow chat={node} isOpen={node.id === chatID} />
              </li>
            ),
        )}
      </ul>
    </nav>
  );
}
