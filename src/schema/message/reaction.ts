import type { Reaction } from '../../beeper/messages/wire.ts';
import { BeeperAsset, toAsset } from '../asset/asset.ts';
import { builder } from '../builder.ts';

export const BeeperReaction = builder.objectRef<Reaction>('BeeperReaction').implement({
  description: 'One person’s reaction to a message.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Unique among the reactions to one message.' }),
    reactionKey: t.exposeString('reactionKey', { description: 'An emoji, or a name of the network’s own.' }),
    participantID: t.exposeID('participantID', { description: 'Who reacted.' }),
    emoji: t.exposeBoolean('emoji', { nullable: true, description: 'Whether `reactionKey` is an emoji.' }),
    imgURL: t.field({
      type: BeeperAsset,
      nullable: true,
      description: 'The picture of a reaction that is no emoji.',
      resolve: ({ imgURL }) => toAsset(imgURL),
    }),
  }),
});
