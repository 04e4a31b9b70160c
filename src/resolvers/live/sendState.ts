import { supports } from '../../beeper/features.ts';
import { isFinalID, type Message } from '../../beeper/messages/wire.ts';
import type { Context } from '../../context.ts';

/**
 * @returns in capitals what became of a message that was sent: Beeper's own word where it has one. Without one, a message is
 * sent, except on a server that has none for any message: there it is sent once it has a final ID.
 */
export function sendState(
  { id, sendStatus }: Message,
  pendingMessageID: string,
  { serverInfo }: Context,
): string {
  if (sendStatus?.status) return sendStatus.status.toUpperCase();
  const hasStatuses = supports('singleMessages', serverInfo.known()) === true;
  return hasStatuses || id !== pendingMessageID || isFinalID(id) ? 'SUCCESS' : 'PENDING';
}
