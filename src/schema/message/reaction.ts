import type { Reaction } from '../../beeper/messages/wire.ts';
import { BeeperAsset, toAsset } from '../asset/asset.ts';
import { builder } from '../builder.ts';

export const BeeperReaction = builder.objectRef<Reaction>('BeeperReaction').implement({
  description: 'A reaction of one person to a message.',
  fields: (t) => ({
    reactionID: t.exposeID('id', {
      description:
        'ID of the reaction. Unique among the reactions to one message only: the same person has the same ID in others.',
    }),
    reactionKey: t.exposeString('reactionKey', {
      description: 'The emoji, or the network’s name of a custom reaction.',
    }),
    participantID: t.exposeID('participantID', { description: 'ID of the participant who reacted.' }),
    emoji: t.exposeBoolean('emoji', {
      nullable: true,
      description: 'Whether `reactionKey` is an emoji. Null if unknown.',
    }),
    imgURL: t.field({
      type: BeeperAsset,
      nullable: true,
      description: 'Image of a custom reaction. Null if there is none.',
      resolve: ({ imgURL }) => toAsset(imgURL),
    }),
  }),
});
