import { supports } from '../../beeper/features.ts';
import type { Message } from '../../beeper/messages/wire.ts';
import type { Context } from '../../context.ts';
import { hasFiles, messageName, readNewest, subjectOf } from './lookForMessage.ts';
import { readMessage } from './message.ts';
import { readableStored } from './readableText.ts';

/** A message as `sendMessage` names it. */
export interface SentPlace {
  readonly chatID: string;
  readonly pendingMessageID: string;
}

export interface FoundSent {
  /** Null where it is not there, or can't be told from others. */
  readonly message: Message | null;
  /** Whether the caller is known to have sent it with a key. */
  readonly isKnown: boolean;
}

/**
 * Finds a message by its pending ID, also on a server that does not know that ID any more: there, it is the one of your own
 * messages in the newest page that certainly has the same key as the pending ID.
 */
export async function findSent(place: SentPlace, context: Context): Promise<FoundSent> {
  const { chatID, pendingMessageID } = place;
  const message = await readMessage(chatID, pendingMessageID, context);
  if (message) return { message, isKnown: true };
  return supports('singleMessages', context.serverInfo.known()) === true
    ? { message: null, isKnown: false }
    : findByKey(place, context);
}

async function findByKey({ chatID, pendingMessageID }: SentPlace, context: Context): Promise<FoundSent> {
  const { messages } = await readNewest(chatID, 0, context);
  const own = messages.filter(({ isSender }) => isSender);
  const sentKeys = context.sentKeys();
  const sent = await Promise.all(
    own.map(async (message) => {
      const subject = subjectOf(message.chatID, hasFiles(message), readableStored(message.text));
      const name = messageName(message.chatID, pendingMessageID);
      return { message, subject, key: await sentKeys.keyOf({ subject, names: [name], at: null }) };
    }),
  );
  const alike = sent.filter(({ key }) => key !== null);
  // All at once: what looks like two of them is neither.
  const keys = await Promise.all(
    alike.map(({ message: { id, chatID, timestamp }, subject }) =>
      sentKeys.keyOf({ subject, names: [messageName(chatID, id)], at: timestamp?.getTime() ?? null }),
    ),
  );
  const [found, ...more] = alike.filter(({ key }, index) => keys[index] === key);
  return { message: more.length === 0 ? (found?.message ?? null) : null, isKnown: alike.length > 0 };
}
