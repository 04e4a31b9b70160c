import type { Reaction } from '../../beeper/messages/wire.ts';
import { BeeperAsset, toAsset } from '../asset/asset.ts';
import { builder } from '../builder.ts';

export const BeeperReaction = builder.objectRef<Reaction>('BeeperReaction').implement({
  description: 'A reaction of one person to a message.',
  fields: (t) => ({
    reactionID: t.exposeID('id', {
      description:
        'ID of the reaction, such as `@kishan:beeper.com` or `@kishan:beeper.com❤️`. Unique only among the reactions to one message: a person’s reactions to other messages can have the same ID.',
    }),
    reactionKey: t.exposeString('reactionKey', {
      description:
        'The emoji, such as `❤️`, or the network’s name of a custom reaction, such as `party-parrot`.',
    }),
    participantID: t.exposeID('participantID', { description: '`userID` of the participant who reacted.' }),
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
