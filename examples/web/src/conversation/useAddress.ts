import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { getFragmentData, graphql } from '../gql/index.ts';
import { type Message, MessageRowFragment } from './MessageRow.tsx';

const FileAddresses = graphql(`
  query FileAddresses($chatID: ID!, $id: ID!) {
    message(chatID: $chatID, id: $id) { id ...MessageRow }
  }
`);

/**
 * Follows a `contentURL`. It is good for an hour: where it does not load, the message is read again, once, and the cache
 * gives the new one to all that show it. Apollo Client makes one request of several for the same message.
 */
export function useAddress(address: string | null, { id, chatID }: Message) {
  const client = useApolloClient();
  const [isRenewed, setIsRenewed] = useState(false);
  const [isLost, setIsLost] = useState(false);

  const renew = async () => {
    if (isRenewed) return setIsLost(true);
    setIsRenewed(true);
    const variables = { chatID, id };
    const answer = await client
      .query({ query: FileAddresses, variables, fetchPolicy: 'network-only' })
      .catch(() => null);
    const message = getFragmentData(MessageRowFragment, answer?.data?.message);
    // The same address again: it is not its age.
    if (!message || addressesOf(message).includes(address)) setIsLost(true);
  };
  return { address, isLost, onError: () => void renew(), onLoad: () => setIsRenewed(false) };
}

function addressesOf({ attachments }: Message) {
  return (attachments ?? []).flatMap(({ srcURL, posterImg }) => [srcURL?.contentURL, posterImg?.contentURL]);
}
