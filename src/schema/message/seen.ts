import type { Seen } from '../../beeper/messages/wire.ts';
import { builder } from '../builder.ts';

type SeenMark = boolean | Date;

const BeeperSeenBy = builder.objectRef<{ participantID: string; mark: SeenMark }>('BeeperSeenBy').implement({
  description: 'Whether one participant has seen a message.',
  fields: (t) => ({
    participantID: t.exposeID('participantID', { description: '`userID` of the participant.' }),
    isSeen: t.boolean({
      description: 'Whether the participant has seen the message.',
      resolve: ({ mark }) => mark !== false,
    }),
    seenAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the participant saw the message. Null if not seen, or if the time is unknown.',
      resolve: ({ mark }) => (mark instanceof Date ? mark : null),
    }),
  }),
});

const isMark = (seen: Seen): seen is SeenMark => typeof seen === 'boolean' || seen instanceof Date;

export const BeeperMessageSeen = builder.objectRef<{ seen: Seen }>('BeeperMessageSeen').implement({
  description:
    'Who has seen a message. Networks report a yes or no for all participants, a time for all participants, or either of the two per participant.',
  fields: (t) => ({
    isSeen: t.boolean({
      description: 'Whether any participant has seen the message.',
      resolve: ({ seen }) =>
        isMark(seen) ? seen !== false : Object.values(seen).some((mark) => mark !== false),
    }),
    seenAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'When the message was seen. Null if the network does not report one time for all participants.',
      resolve: ({ seen }) => (seen instanceof Date ? seen : null),
    }),
    by: t.field({
      type: [BeeperSeenBy],
      nullable: true,
      description: 'Status per participant. Null if the network does not report participants separately.',
      resolve: ({ seen }) =>
        isMark(seen) ? null : Object.entries(seen).map(([participantID, mark]) => ({ participantID, mark })),
    }),
  }),
});
