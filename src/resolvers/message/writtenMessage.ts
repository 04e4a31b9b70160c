import { decodeMessage, type Message } from '../../beeper/messages/wire.ts';
import type { Context } from '../../context.ts';
import type { MessageInChat } from './connectMessages.ts';
import { readMessage } from './readMessage.ts';

/** The payload of a mutation that wrote to a message. */
export interface WrittenMessage {
  readonly chatID: string;
  /** Final or pending. */
  readonly messageID: string;
  /** Beeper's answer to the write, which may be the message; null where there is none. */
  readonly answer: unknown;
  /** The `idempotencyKey` that the message was sent with. */
  readonly knownKey?: string | null;
  /** Takes the message when it is read. */
  readonly onMessage?: (message: Promise<Message | null>) => void;
}

/**
 * @param onlyID whether only the message's ID is selected, which needs no call for a final ID.
 * @returns the message from the answer to the write, or read now; null where Beeper does not find it.
 * @throws {Failure} where the read fails; the write stays a success.
 */
export async function writtenMessage(
  written: WrittenMessage,
  context: Context,
): Promise<MessageInChat | null> {
  const { chatID, messageID, answer, onMessage, knownKey } = written;
  const inAnswer = context.beeper.decode(decodeMessage, answer);
  const reading = inAnswer ? Promise.resolve(inAnswer) : readMessage(chatID, messageID, context);
  onMessage?.(reading);
  const message = await reading;
  return (
    message && { ...message, chatID: message.chatID ?? chatID, chat: null, ...(knownKey && { knownKey }) }
  );
}
