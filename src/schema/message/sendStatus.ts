import type { SendStatus } from '../../beeper/messages/wire.ts';
import { builder } from '../builder.ts';
import { toKnown } from '../openEnum.ts';

const states = {
  SUCCESS: { description: 'The network accepted the message.' },
  PENDING: { description: 'The message is being sent.' },
  FAIL_RETRIABLE: { description: 'Sending failed. Sending the message again in Beeper may succeed.' },
  FAIL_PERMANENT: { description: 'Sending failed. Sending the message again will fail, too.' },
  OTHER: { description: 'A state that this gateway does not recognize. See `rawStatus`.' },
} as const;
const toState = toKnown(states);

const BeeperSendState = builder.enumType('BeeperSendState', {
  description: 'Delivery state of a message that you sent.',
  values: states,
});

export const BeeperSendStatus = builder.objectRef<SendStatus>('BeeperSendStatus').implement({
  description: 'Delivery status of a message that you sent.',
  fields: (t) => ({
    status: t.field({
      type: BeeperSendState,
      nullable: true,
      description: 'Delivery state of the message. Null if unknown.',
      resolve: ({ status }) => toState(status),
    }),
    rawStatus: t.exposeString('status', {
      nullable: true,
      description: 'Raw `status` as sent by Beeper. Use it when `status` is `OTHER`.',
    }),
    timestamp: t.expose('timestamp', {
      type: 'DateTime',
      nullable: true,
      description: 'When the message reached this state. Null if unknown.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Machine-readable reason of a failure, such as `m.no_permission`. Null if there is none.',
    }),
    message: t.exposeString('message', {
      nullable: true,
      description: 'Reason of a failure as a text for display. Null if there is none.',
    }),
    deliveredToUsers: t.expose('deliveredToUsers', {
      type: ['ID'],
      nullable: true,
      description:
        '`userID` of each person that the message was delivered to. Null if the network does not report them.',
    }),
  }),
});
