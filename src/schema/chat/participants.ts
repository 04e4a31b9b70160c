import type { Participants } from '../../beeper/chats/wire.ts';
import { BeeperParticipant } from '../account/user.ts';
import { builder } from '../builder.ts';

export const BeeperParticipants = builder.objectRef<Participants>('BeeperParticipants').implement({
  description: 'Who takes part in a chat. Large groups come cut.',
  fields: (t) => ({
    items: t.expose('items', {
      type: [BeeperParticipant],
      description: 'The people that Beeper sent along.',
    }),
    total: t.exposeInt('total', {
      nullable: true,
      description: 'How many there are in all, yourself included.',
    }),
    hasMore: t.exposeBoolean('hasMore', { nullable: true, description: 'Whether `items` is cut.' }),
  }),
});
