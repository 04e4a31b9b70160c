import { labels } from '../../resolvers/chat/labels.ts';
import { builder } from '../builder.ts';
import { sharedCallCost } from '../cost.ts';
import { BeeperLabel } from './label.ts';

builder.queryField('labels', (t) =>
  t.field({
    type: [BeeperLabel],
    nullable: true,
    description:
      'All labels, in the order of Beeper: by name. Empty if there are none, and on versions of Beeper without labels. Costs one upstream call. Null if they can’t be read; see `errors`.',
    extensions: { cost: sharedCallCost },
    resolve: (_root, _args, context) => labels(context),
  }),
);
