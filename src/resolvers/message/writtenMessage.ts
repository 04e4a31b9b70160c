import { decodeMessage, type Message } from '../../beeper/messages/wire.ts';
import type { Context } from '../../context.ts';
import { NotFoundFailure } from '../../failures.ts';
import type { MessageInChat } from './connectMessages.ts';
import { readMessage, withoutChat } from './message.ts';

/** The payload of a mutation that wrote a message, or changed one. */
export interface WrittenMessage {
  readonly chatID: string;
  /** The final or pending ID. */
  readonly messageID: string;
  /** Beeper's answer to the write, which may be the message; null where there is none. */
  readonly answer: unknown;
  /** The `idempotencyKey` that the message was sent with. */
  readonly knownKey?: string | null;
  /** Takes the message when it is selected. */
  readonly onRead?: (message: Promise<Message>) => void;
}

/**
 * @returns the message from the answer to the write, or read now.
 * @throws {Failure} where the read fails; the write stays a success.
 */
export async function writtenMessage(
  written: WrittenMessage,
  context: Context,
): Promise<MessageInChat | null> {
  const reading = readWrittenMessage(written, context);
  written.onRead?.(reading);
  const found = await reading;
  context.live.served(found.chatID ?? written.chatID, [found]);
  const message = await withoutChat(found, written.chatID, context);
  return message && written.knownKey ? { knownKey: written.knownKey, ...message } : message;
}

async function readWrittenMessage(
  { chatID, messageID, answer }: WrittenMessage,
  context: Context,
): Promise<Message> {
  const found = messageIn(answer, messageID, context) ?? (await readMessage(chatID, messageID, context));
  if (found) return found;
  context.log.warn({ operation: 'message', code: 'NOT_FOUND' }, 'Written message not found');
  throw new NotFoundFailure('Beeper did not return the message.');
}

/** @returns the message in an answer to a write; null where the answer is not a message: then it has no sender. */
export const messageIn = (answer: unknown, id: string, { beeper }: Context): Message | null =>
  typeof answer === 'object' && answer !== null && 'senderID' in answer
    ? beeper.decode(decodeMessage, { ...answer, id })
    : null;
