import { builder } from '../builder.ts';
import { toFileURL } from './publicURL.ts';

interface Asset {
  /** As Beeper sends it. */
  readonly source: string;
  /** Null if Beeper sends none. */
  readonly fileName: string | null;
  readonly url: string | null;
  readonly isLocal: boolean;
}

export const BeeperAsset = builder.objectRef<Asset>('BeeperAsset').implement({
  description: 'Location of an image or other file.',
  fields: (t) => ({
    url: t.exposeString('url', {
      nullable: true,
      description:
        'URL of the file with the scheme `https`, `http` or `data`. Loading it over `https` or `http` tells the server, which can be the sender’s, who looks at it and when: ask the user first. It may expire. Query parameters that hold decryption keys are removed. Null if `isLocal` is true.',
    }),
    contentURL: t.string({
      nullable: true,
      description:
        'URL of the file at this gateway, for `<img>`, `<video>`, `<audio>` and links. It needs no header, so whoever has it can load the file: do not share or store it. It works for at least an hour: when it no longer loads, read this field again. Pages of other origins can show it if their origin is in the setting `GATEWAY_ORIGINS` of the gateway. PNG, JPEG, GIF, WebP, AVIF, BMP, ICO, video and audio are shown; HEIC, TIFF, SVG, HTML, PDF and everything else is a download. Supports `Range`. Null if the file is elsewhere on the web (use `url`), or if the connected Beeper is older than 4.2.509.',
      resolve: ({ source, fileName }, _args, { files }) => files.contentURL(source, fileName),
    }),
    isLocal: t.exposeBoolean('isLocal', {
      description:
        'True if only Beeper can open the file: it is on the computer that runs Beeper, or in the media store of Matrix (`mxc:`, `localmxc:`). Its path or URL is not exposed.',
    }),
  }),
});

/**
 * @param fileName the name of the file, if Beeper sends one.
 * @returns the asset without its URL if that is local; null for no URL.
 */
export function toAsset(source: string | null, fileName: string | null = null): Asset | null {
  if (source === null) return null;
  const url = toFileURL(source);
  return { source, fileName, url, isLocal: url === null };
}
