import { useApolloClient } from '@apollo/client/react';
import { MessageQuery } from '../data/messageQuery.ts';
import { useExpiringAddress } from '../ui/useExpiringAddress.ts';
import type { Message } from './MessageRow.tsx';

/**
 * Follows a `contentURL`. Where it does not load, the message is read again, and the cache gives the new one to all that show
 * it. Apollo Client makes one request of several for the same message.
 */
export function useFileAddress(address: string | null, { id, chatID }: Message) {
  const client = useApolloClient();
  const renew = () =>
    client
      .query({ query: MessageQuery, variables: { chatID, id }, fetchPolicy: 'network-only' })
      .catch(() => {});
  return { address, ...useExpiringAddress(address, renew) };
}
