import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../gql/index.ts';

const FileAddresses = graphql(`
  query FileAddresses($chatID: ID!, $id: ID!) {
    message(chatID: $chatID, id: $id) { id ...MessageRow }
  }
`);

/**
 * Follows a `contentURL`. It is good for an hour: where it does not load, the message is read again, once, and the cache
 * gives the new one to all that show it. Apollo Client makes one request of several for the same message.
 */
export function useAddress(address: string | null, { id, chatID }: { id: string; chatID: string }) {
  const client = useApolloClient();
  const [renewed, setRenewed] = useState<string | null>(null);
  const [isLost, setIsLost] = useState(false);
  const onError = async () => {
    if (renewed) return setIsLost(true);
    setRenewed(address);
    const options = { query: FileAddresses, variables: { chatID, id }, fetchPolicy: 'network-only' } as const;
    await client.query(options).catch(() => setIsLost(true));
  };
  return {
    address,
    /** The same address again: it was not its age. */
    isLost: isLost || (renewed !== null && renewed === address && isLost),
    onError: () => void onError(),
    onLoad: () => setRenewed(null),
  };
}
