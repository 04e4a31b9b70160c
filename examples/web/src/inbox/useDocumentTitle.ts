import { useFragment } from '@apollo/client/react';
import { useEffect } from 'react';
import { graphql } from '../gql/index.ts';

const ChatTitleFragment = graphql(`
  fragment ChatTitle on BeeperChat { id title }
`);

/** Titles the page after the chat that is open, with the number of unread chats before it. */
export function useDocumentTitle(unreadChats: number, chatID: string | null): void {
  // From the cache: the inbox or the conversation has read it.
  const { data } = useFragment({
    fragment: ChatTitleFragment,
    from: chatID ? { __typename: 'BeeperChat', id: chatID } : null,
  });
  const name = data?.title ?? 'Chats';
  useEffect(() => {
    document.title = unreadChats ? `(${unreadChats}) ${name}` : name;
  }, [unreadChats, name]);
}
