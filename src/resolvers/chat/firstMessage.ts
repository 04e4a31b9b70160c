import type { CreatedChat } from '../../beeper/chats/api.ts';
import type { Context } from '../../context.ts';

/** What became of `messageText`. */
export type FirstMessage = 'NOT_REQUESTED' | 'SENT' | 'NOT_SENT_CHAT_EXISTED' | 'FAILED' | 'UNKNOWN';

/** The payload of a mutation that can send a first message; what became of it is looked up only when it is selected. */
export interface WithFirstMessage {
  firstMessage(): Promise<FirstMessage>;
}

/** Beeper sends the text only with a new chat, and drops it silently on an existing one. */
export async function firstMessage(
  messageText: string | null | undefined,
  { isNew, delivery }: Pick<CreatedChat, 'delivery'> & { readonly isNew: boolean | null },
  { serverInfo }: Context,
): Promise<FirstMessage> {
  if (messageText == null) return 'NOT_REQUESTED';
  // What the answer says about a message is about the last one, which is not the new one then.
  if (isNew === false) return 'NOT_SENT_CHAT_EXISTED';
  if (delivery === 'failed') return 'FAILED';
  if (delivery === 'unclear' || isNew === null) return 'UNKNOWN';
  if (!messageText.trimStart().startsWith('/')) return 'SENT';
  // Another server of this API was seen to take such a text for a command, and to drop it.
  const isBeeper = await serverInfo.facts().then(
    (facts) => facts.isBeeper,
    () => false,
  );
  return isBeeper ? 'SENT' : 'UNKNOWN';
}
