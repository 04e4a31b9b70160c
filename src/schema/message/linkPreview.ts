import type { LinkPreview } from '../../beeper/messages/wire.ts';
import { BeeperAsset, toAsset } from '../asset/asset.ts';
import { BeeperPixelSize } from '../asset/pixelSize.ts';
import { builder } from '../builder.ts';

export const BeeperLinkPreview = builder.objectRef<LinkPreview>('BeeperLinkPreview').implement({
  description: 'What a link in a message leads to.',
  fields: (t) => ({
    url: t.exposeString('url', { description: 'The address.' }),
    title: t.exposeString('title', { nullable: true, description: 'The page’s title.' }),
    summary: t.exposeString('summary', { nullable: true, description: 'What the page is about.' }),
    originalURL: t.exposeString('originalURL', {
      nullable: true,
      description: 'The address as it was sent, where it led on to another.',
    }),
    favicon: t.field({
      type: BeeperAsset,
      nullable: true,
      description: 'The site’s icon.',
      resolve: ({ favicon }) => toAsset(favicon),
    }),
    img: t.field({
      type: BeeperAsset,
      nullable: true,
      description: 'The page’s picture.',
      resolve: ({ img }) => toAsset(img),
    }),
    imgSize: t.expose('imgSize', {
      type: BeeperPixelSize,
      nullable: true,
      description: 'The picture’s size.',
    }),
  }),
});
