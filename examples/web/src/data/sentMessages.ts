import { client } from './client.ts';
import { showMessage } from './messageLists.ts';
import { MessageQuery } from './messageQuery.ts';
import { outgoingWith, remove } from './outboxStore.ts';

/** A message that was sent comes as an event, as a rule. After this time the page looks for it. */
const eventMs = 10_000;

/** Makes sure that a message that was sent is shown, also if no event tells of it. */
export function expectEvent(key: string): void {
  setTimeout(() => void showSent(key), eventMs);
}

/** Puts a message that was sent in the place of its copy in the outbox. */
export async function showSent(key: string): Promise<void> {
  const entry = outgoingWith(key);
  if (!entry?.sentTo || !entry.pendingMessageID) return;
  const { data, error } = await client.query({
    query: MessageQuery,
    // The gateway finds it by its pending ID, and tells from then on which message has the key.
    variables: { chatID: entry.sentTo, id: entry.pendingMessageID },
    fetchPolicy: 'network-only',
  });
  if (data?.message) showMessage(client.cache, data.message.id);
  // If it could not be read, the next connection tries again.
  if (data && !error) remove(key);
}
