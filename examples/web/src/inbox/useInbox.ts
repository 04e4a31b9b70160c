import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../gql/index.ts';

const InboxQuery = graphql(`
  query Inbox($first: Int = 25, $after: String) {
    chats(first: $first, after: $after) {
      edges {
        cursor
        node { id lastActivity unreadCount isMarkedUnread isMuted ...ChatRow }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** The chats that are loaded, newest activity first, and how to load more of them. */
export function useInbox() {
  const { data, error, loading, refetch, fetchMore } = useQuery(InboxQuery);
  const [moreError, setMoreError] = useState<unknown>(null);
  const [isLoadingMore, setIsLoadingMore] = useState(false);
  const { hasNextPage = false, endCursor = null } = data?.chats?.pageInfo ?? {};

  async function loadMore(): Promise<void> {
    setIsLoadingMore(true);
    setMoreError(null);
    try {
      const more = await fetchMore({ variables: { after: endCursor } });
      if (more.error) setMoreError(more.error);
    } catch (failure) {
      setMoreError(failure);
    }
    // Together with the error: the list would ask again between the two.
    setIsLoadingMore(false);
  }

  const chats = (data?.chats?.edges ?? [])
    .flatMap(({ node }) => node ?? [])
    .toSorted((a, b) => timeOf(b) - timeOf(a));
  return {
    chats,
    loading: loading || isLoadingMore,
    error: moreError ? undefined : error,
    moreError,
    hasMore: hasNextPage,
    loadMore,
    refetch,
  };
}

function timeOf({ lastActivity }: { lastActivity: string | null }): number {
  return lastActivity ? Date.parse(lastActivity) : 0;
}
