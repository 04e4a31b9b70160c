import { client } from './client.ts';
import type { ChatEvent } from './live.ts';

/** Brings the cache to the state that an event tells. */
export function applyEvent(event: ChatEvent): void {
  switch (event.__typename) {
    case 'BeeperMessageUpserted':
    case 'BeeperMessageDeleted':
    case 'BeeperChatUpserted':
    case 'BeeperChatDeleted':
      void client.refetchQueries({ include: 'active' });
      return;
    default:
      return;
  }
}
