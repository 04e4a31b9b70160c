import { builder } from '../builder.ts';
import { toFileURL } from './publicURL.ts';

interface Asset {
  readonly url: string | null;
  readonly isLocal: boolean;
}

export const BeeperAsset = builder.objectRef<Asset>('BeeperAsset').implement({
  description: 'Location of an image or other file.',
  fields: (t) => ({
    url: t.exposeString('url', {
      nullable: true,
      description:
        'URL of the file with the scheme `https`, `http` or `data`. It may expire. Query parameters that hold decryption keys are removed. Null if `isLocal` is true.',
    }),
    isLocal: t.exposeBoolean('isLocal', {
      description:
        'True if only Beeper can open the file: it is on the computer that runs Beeper, or in the media store of Matrix (`mxc:`, `localmxc:`). Its path or URL is not exposed.',
    }),
  }),
});

/** @returns the asset without its URL if that is local; null for no URL. */
export function toAsset(source: string | null): Asset | null {
  if (source === null) return null;
  const url = toFileURL(source);
  return { url, isLocal: url === null };
}
