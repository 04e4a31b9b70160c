import type { Message } from '../../beeper/messages/wire.ts';
import type { Context } from '../../context.ts';
import type { MessageInChat } from './connectMessages.ts';
import { withoutChat } from './message.ts';

/** @returns messages that were seen when the outcome of a send was looked for. */
export async function candidateMessages(
  seen: readonly Message[],
  context: Context,
): Promise<MessageInChat[]> {
  const messages = await Promise.all(seen.map((one) => withoutChat(one, one.chatID ?? '', context)));
  return messages.filter((one) => one !== null);
}
