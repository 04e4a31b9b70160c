import { builder } from '../builder.ts';

export const BeeperPixelSize = builder
  .objectRef<{ width: number | null; height: number | null }>('BeeperPixelSize')
  .implement({
    description: 'Size of an image or video in pixels.',
    fields: (t) => ({
      width: t.exposeFloat('width', { nullable: true, description: 'Width in pixels. Null if unknown.' }),
      height: t.exposeFloat('height', { nullable: true, description: 'Height in pixels. Null if unknown.' }),
    }),
  });
