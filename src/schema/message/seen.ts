import type { Seen } from '../../beeper/messages/wire.ts';
import { builder } from '../builder.ts';

type SeenMark = boolean | Date;

const BeeperSeenBy = builder.objectRef<{ participantID: string; mark: SeenMark }>('BeeperSeenBy').implement({
  description: 'Whether one person has seen a message.',
  fields: (t) => ({
    participantID: t.exposeID('participantID', { description: 'Who it is about.' }),
    isSeen: t.boolean({ description: 'Whether they have seen it.', resolve: ({ mark }) => mark !== false }),
    seenAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When; null where the network does not say.',
      resolve: ({ mark }) => (mark instanceof Date ? mark : null),
    }),
  }),
});

const isMark = (seen: Seen): seen is SeenMark => typeof seen === 'boolean' || seen instanceof Date;

export const BeeperMessageSeen = builder.objectRef<{ seen: Seen }>('BeeperMessageSeen').implement({
  description:
    'Who has seen a message. Networks tell a yes or no, a time, or one of the two for each person.',
  fields: (t) => ({
    isSeen: t.boolean({
      description: 'Whether anybody has.',
      resolve: ({ seen }) =>
        isMark(seen) ? seen !== false : Object.values(seen).some((mark) => mark !== false),
    }),
    seenAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When, where the network tells one time for all.',
      resolve: ({ seen }) => (seen instanceof Date ? seen : null),
    }),
    by: t.field({
      type: [BeeperSeenBy],
      nullable: true,
      description: 'Each person, where the network tells them apart; null where it does not.',
      resolve: ({ seen }) =>
        isMark(seen) ? null : Object.entries(seen).map(([participantID, mark]) => ({ participantID, mark })),
    }),
  }),
});
