import { isLoopback } from '../../common/loopback.ts';
import { builder } from '../builder.ts';

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
        'URL of the file with the scheme `https`, `http`, `mxc`, `localmxc` or `data`. It may expire. Null if the file exists only on the computer that runs Beeper.',
    }),
    isLocal: t.exposeBoolean('isLocal', {
      description: 'True if the file exists only on the computer that runs Beeper. The path is not exposed.',
    }),
  }),
});

/** @returns true if `url` is of use only on the computer that runs Beeper: a file path, or a URL of its loopback. */
export function isLocalPath(url: string): boolean {
  if (/^https?:/i.test(url)) return !URL.canParse(url) || isLoopback(new URL(url).hostname);
  return !/^(mxc|localmxc|data):/i.test(url);
}

/** @returns the asset without its URL if that is local, since a path can contain the user's name; null for no URL. */
export function toAsset(url: string | null): Asset | null {
  if (url === null) return null;
  const isLocal = isLocalPath(url);
  return { url: isLocal ? null : url, isLocal };
}
