import type { Participants } from '../../beeper/chats/wire.ts';
import { BeeperParticipant } from '../account/user.ts';
import { builder } from '../builder.ts';

export const BeeperParticipants = builder.objectRef<Participants>('BeeperParticipants').implement({
  description: 'Participants of a chat. The list is truncated in large groups.',
  fields: (t) => ({
    items: t.expose('items', {
      type: [BeeperParticipant],
      description:
        'The participants that Beeper returned. Beeper Desktop 4.3 returns at most 20 per chat in a list of chats and at most 100 for a single chat. `hasMore` says whether participants are missing. A cache with one entry per chat keeps the list that it read last.',
    }),
    total: t.exposeInt('total', {
      nullable: true,
      description: 'Total number of participants, including yourself. Null if unknown.',
    }),
    hasMore: t.exposeBoolean('hasMore', {
      nullable: true,
      description: 'Whether `items` is truncated. Null if unknown.',
    }),
  }),
});
