import { useApolloClient } from '@apollo/client/react';
import { type FragmentType, getFragmentData, graphql } from '../gql/index.ts';
import { Avatar } from './Avatar.tsx';

/** What the picture of a chat is made of. */
export const ChatFaceFragment = graphql(`
  fragment ChatFace on BeeperChat {
    id
    title
    type
    imgURL { contentURL url }
    participants { items { userID isSelf fullName imgURL { contentURL url } } }
  }
`);

const ChatFaceQuery = graphql(`
  query ChatFace($id: ID!) {
    chat(id: $id) { id ...ChatFace }
  }
`);

/** The picture of a chat: its own, or that of the other person. */
export function ChatAvatar({ chat }: { chat: FragmentType<typeof ChatFaceFragment> }) {
  const client = useApolloClient();
  const { id, title, type, imgURL, participants } = getFragmentData(ChatFaceFragment, chat);
  const other = type === 'SINGLE' ? participants?.items.find(({ isSelf }) => !isSelf) : undefined;
  const renew = () =>
    client.query({ query: ChatFaceQuery, variables: { id }, fetchPolicy: 'network-only' }).catch(() => {});
  return <Avatar name={title} picture={imgURL ?? other?.imgURL} onExpired={renew} />;
}
