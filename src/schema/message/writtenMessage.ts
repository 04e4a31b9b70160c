import type { Context } from '../../context.ts';
import { type WrittenMessage, writtenMessage } from '../../resolvers/message/writtenMessage.ts';
import { callCost } from '../cost.ts';
import { followUpError } from '../followUps.ts';
import { BeeperMessage } from './message.ts';

/** The `message` field of the payload of every mutation that writes to a message. */
export const writtenMessageField = {
  type: BeeperMessage,
  nullable: true,
  description:
    'The message after the mutation. Costs one upstream call, unless Beeper’s response to the mutation contains the message. Before Beeper Desktop 4.2.808 only the newest 20 or so messages of the chat can be read. If the message can’t be read, this field is null, `messageError` says why, and the mutation still succeeds.',
  extensions: { cost: callCost },
  resolve: (written: WrittenMessage, _args: object, context: Context) => writtenMessage(written, context),
} as const;

/** The `messageError` field of the same payloads. */
export const messageErrorField = followUpError('message');
