import type { LinkPreview } from '../../beeper/messages/wire.ts';
import { BeeperAsset, toAsset } from '../asset/asset.ts';
import { BeeperPixelSize } from '../asset/pixelSize.ts';
import { toPageURL } from '../asset/publicURL.ts';
import { builder } from '../builder.ts';

export const BeeperLinkPreview = builder.objectRef<LinkPreview>('BeeperLinkPreview').implement({
  description: 'Preview of a link in a message.',
  fields: (t) => ({
    url: t.string({
      description:
        'URL of the page that the link leads to. Query parameters that hold decryption keys are removed.',
      resolve: ({ url }) => toPageURL(url) ?? url,
    }),
    title: t.exposeString('title', {
      nullable: true,
      description: 'Title of the linked page. Null if unknown.',
    }),
    summary: t.exposeString('summary', {
      nullable: true,
      description: 'Summary of the linked page. Null if unknown.',
    }),
    originalURL: t.string({
      nullable: true,
      description: 'URL as it was sent, if it redirects to `url`. Null if unknown.',
      resolve: ({ originalURL }) => (originalURL === null ? null : toPageURL(originalURL)),
    }),
    favicon: t.field({
      type: BeeperAsset,
      nullable: true,
      description: 'Icon of the linked site. Null if there is none.',
      resolve: ({ favicon }) => toAsset(favicon),
    }),
    img: t.field({
      type: BeeperAsset,
      nullable: true,
      description: 'Preview image of the linked page. Null if there is none.',
      resolve: ({ img }) => toAsset(img),
    }),
    imgSize: t.expose('imgSize', {
      type: BeeperPixelSize,
      nullable: true,
      description: 'Size of the preview image in pixels. Null if unknown.',
    }),
  }),
});

/** @returns the previews of links that lead to a page; null for none at all. */
export const toLinkPreviews = (links: readonly LinkPreview[] | null): LinkPreview[] | null =>
  links?.filter(({ url }) => toPageURL(url) !== null) ?? null;
