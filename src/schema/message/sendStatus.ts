import type { SendStatus } from '../../beeper/messages/wire.ts';
import { builder } from '../builder.ts';
import { toKnown } from '../openEnum.ts';

const sendStates = {
  SUCCESS: { description: 'The network took it.' },
  PENDING: { description: 'On its way.' },
  FAIL_RETRIABLE: { description: 'It failed; it is worth sending again, in Beeper.' },
  FAIL_PERMANENT: { description: 'It failed, and will again.' },
  OTHER: { description: 'A state that this gateway does not know yet; `rawStatus` names it.' },
} as const;
const toSendState = toKnown(sendStates);

const BeeperSendState = builder.enumType('BeeperSendState', {
  description: 'What became of a message that was sent.',
  values: sendStates,
});

export const BeeperSendStatus = builder.objectRef<SendStatus>('BeeperSendStatus').implement({
  description: 'What became of a message that you sent.',
  fields: (t) => ({
    status: t.field({
      type: BeeperSendState,
      nullable: true,
      description: 'How far it got.',
      resolve: ({ status }) => toSendState(status),
    }),
    rawStatus: t.exposeString('status', {
      nullable: true,
      description: 'The same in Beeper’s own word; of use where `status` is `OTHER`.',
    }),
    timestamp: t.expose('timestamp', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it is so.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why it failed, as a code of the network.',
    }),
    message: t.exposeString('message', { nullable: true, description: 'Why it failed: a text for people.' }),
    deliveredToUsers: t.expose('deliveredToUsers', {
      type: ['ID'],
      nullable: true,
      description: 'Whom it has reached; null where the network does not say.',
    }),
  }),
});
