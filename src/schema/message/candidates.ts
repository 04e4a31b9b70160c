import type { Message } from '../../beeper/messages/wire.ts';
import { candidateMessages } from '../../resolvers/message/candidates.ts';
import { builder } from '../builder.ts';
import { BeeperOutcomeUnknownError } from '../errors.ts';
import { BeeperMessage } from './message.ts';

builder.objectField(BeeperOutcomeUnknownError, 'candidates', (t) =>
  t.field({
    type: [BeeperMessage],
    nullable: true,
    description:
      'For `sendMessage` with an `idempotencyKey`: your messages in the chat with the same content and a time after the attempt. One of them may be this message, but none is for certain. Empty if there was none when the gateway looked, which does not mean that the message was not sent. Null if the gateway did not look or could not, and for other mutations. Costs no upstream call.',
    resolve: ({ candidates }, _args, context) =>
      candidates && candidateMessages(candidates as readonly Message[], context),
  }),
);
