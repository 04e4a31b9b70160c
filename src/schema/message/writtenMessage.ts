import type { Context } from '../../context.ts';
import { type WrittenMessage, writtenMessage } from '../../resolvers/message/writtenMessage.ts';
import { sharedCallCost } from '../cost.ts';
import { followUpError } from '../followUps.ts';
import { BeeperMessage } from './message.ts';

/** The `message` field of the payload of every mutation that writes to a message. */
export const writtenMessageField = {
  type: BeeperMessage,
  nullable: true,
  description:
    'The message after the mutation. Costs one upstream call, unless Beeper’s response to the mutation contains it. Null while Beeper does not find it, or if it can’t be read: `messageError` says why, and the mutation still succeeded. Next to `message` of an error, GraphQL requires an alias: `sent: message { id }`. Before Beeper Desktop 4.2.808, only the newest messages of the chat are found.',
  extensions: { cost: sharedCallCost },
  resolve: (written: WrittenMessage, _args: object, context: Context) => writtenMessage(written, context),
} as const;

/** The `messageError` field of the same payloads. */
export const messageErrorField = followUpError('message');
