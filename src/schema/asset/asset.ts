import { isLoopback } from '../../common/loopback.ts';
import { builder } from '../builder.ts';

interface Asset {
  readonly url: string | null;
  readonly isLocal: boolean;
}

export const BeeperAsset = builder.objectRef<Asset>('BeeperAsset').implement({
  description: 'Where a picture or file lies.',
  fields: (t) => ({
    url: t.exposeString('url', {
      nullable: true,
      description:
        'A link that may expire; null where the file lies only on the computer that Beeper runs on.',
    }),
    isLocal: t.exposeBoolean('isLocal', {
      description:
        'True where the file lies only on the computer that Beeper runs on; its path is nobody’s business.',
    }),
  }),
});

/** @returns whether this is a path of the desktop: anything but an address that is good elsewhere. */
export function isLocalPath(url: string): boolean {
  if (/^https?:/i.test(url)) return URL.canParse(url) && isLoopback(new URL(url).hostname);
  return !/^(mxc|localmxc|data):/i.test(url);
}

/** @returns the asset, without a link where it would give away a path of the desktop; null where there is none. */
export function toAsset(url: string | null): Asset | null {
  if (url === null) return null;
  const isLocal = isLocalPath(url);
  return { url: isLocal ? null : url, isLocal };
}
