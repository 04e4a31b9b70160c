import { supports } from '../../beeper/features.ts';
import { getMessage, listMessages } from '../../beeper/messages/api.ts';
import type { Message } from '../../beeper/messages/wire.ts';
import type { Context } from '../../context.ts';
import { UnsupportedFailure } from '../../failures.ts';

/**
 * @param messageID final or pending.
 * @returns the message; null where Beeper knows no such message. A server that can't read one message is asked for the
 * newest page of the chat, and older messages are not found.
 */
export async function readMessage(
  chatID: string,
  messageID: string,
  { beeper, serverInfo }: Pick<Context, 'beeper' | 'serverInfo'>,
): Promise<Message | null> {
  const mayRead = () => supports('singleMessages', serverInfo.known()) !== false;
  if (mayRead()) {
    let isSupported = true;
    const found = await beeper.read(getMessage(chatID, messageID)).catch((failure: unknown) => {
      if (!(failure instanceof UnsupportedFailure)) throw failure;
      isSupported = false;
      return null;
    });
    // The answer can be the first one to tell the version.
    if (found || (isSupported && mayRead())) return found && withChatID(found, chatID);
  }
  const { items } = await beeper.read(listMessages(chatID, { cursor: null, direction: 'before' }));
  const found = items.find(({ id }) => id === messageID);
  return found ? withChatID(found, chatID) : null;
}

const withChatID = (message: Message, chatID: string): Message =>
  message.chatID === null ? { ...message, chatID } : message;
