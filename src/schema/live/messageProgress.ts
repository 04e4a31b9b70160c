import * as z from 'zod';
import { OutcomeUnknownFailure } from '../../failures.ts';
import { messageProgress } from '../../resolvers/live/messageProgress.ts';
import { builder } from '../builder.ts';
import { callCost } from '../cost.ts';
import { BeeperMessage } from '../message/message.ts';
import { idLength, idSchema } from '../validation.ts';
import { ifValid } from './args.ts';
import { streamFailures, toMember } from './streamErrors.ts';

const failures = [...streamFailures, OutcomeUnknownFailure];

const BeeperMessageProgress = builder.unionType('BeeperMessageProgress', {
  description:
    'One event of `messageProgress`: the message in a new state, or an error, after which the subscription ends.',
  types: [BeeperMessage, ...failures],
  resolveType: () => 'BeeperMessage',
});

const argsSchema = z.looseObject({ chatID: idSchema, pendingMessageID: idSchema });

builder.subscriptionField('messageProgress', (t) =>
  t.field({
    type: BeeperMessageProgress,
    description:
      'What becomes of a message that you sent: the message as it is now, then once more in each new state of its `sendStatus`, until it is sent (`SUCCESS`) or has failed (`FAIL_RETRIABLE`, `FAIL_PERMANENT`). Then the subscription completes. Once the message is sent, its `id` is the final one; apps before 4.2.808 send no `sendStatus`, and only the ID shows it. Ends with `NOT_FOUND` if Beeper knows no such chat, or after 7 seconds if it knows no such message, and with `OUTCOME_UNKNOWN` if the message is still being sent after 10 minutes, or if the server gave it another ID and it can’t be told which message it is: send messages with an `idempotencyKey` to avoid that. The first event costs one upstream call. Further calls follow only when Beeper reports something of the chat, and where it does not, after 1, 2, 4 … 30 seconds. For a page that has `chatEvents` open, those events tell the same.',
    args: {
      chatID: t.arg.id({
        required: true,
        description: `\`chatID\` in the payload of \`sendMessage\`, such as \`!NCdzlIaMjZUmvmvyHU:beeper.com\`.${idLength}`,
      }),
      pendingMessageID: t.arg.id({
        required: true,
        description: `\`pendingMessageID\` in the payload of \`sendMessage\`, such as \`m1694783291234567\`.${idLength}`,
      }),
    },
    extensions: { cost: callCost },
    subscribe: (_root, args, context, info) =>
      ifValid(argsSchema, args, info, context, () => messageProgress(args, context)),
    resolve: (event) => toMember(event, failures) as never,
  }),
);
