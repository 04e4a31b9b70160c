import { builder } from '../builder.ts';

export const BeeperPixelSize = builder
  .objectRef<{ width: number | null; height: number | null }>('BeeperPixelSize')
  .implement({
    description: 'The size of a picture, in pixels.',
    fields: (t) => ({
      width: t.exposeFloat('width', { nullable: true, description: 'From side to side.' }),
      height: t.exposeFloat('height', { nullable: true, description: 'From top to bottom.' }),
    }),
  });
