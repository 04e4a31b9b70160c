import type { Label } from '../../beeper/chats/wire.ts';
import { builder } from '../builder.ts';

export const BeeperLabel = builder.objectRef<Label>('BeeperLabel').implement({
  description: 'A label that the user made to organize chats. Labels belong to no account.',
  fields: (t) => ({
    id: t.exposeID('id', {
      description:
        'ID of the label, such as `label-work`. Opaque, and unique on this installation of Beeper.',
    }),
    name: t.exposeString('name', { nullable: true, description: 'Name of the label. Null if unknown.' }),
  }),
});
