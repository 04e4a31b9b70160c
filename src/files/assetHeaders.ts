import type { TransferAnswer } from '../beeper/assets/transfers.ts';
import type { AssetPermission } from './permissions.ts';

/**
 * Nothing in a file runs or loads anything, however a browser comes to show it. What a browser makes to show a picture or
 * a film in a tab of its own has a style and loads the file itself.
 */
const policy = "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'";

const maxAgeSeconds = 3_600;

/** Headers of every answer that has a file, or says that the browser has it. */
export function assetHeaders(
  { expiresAt }: AssetPermission,
  { header }: Pick<TransferAnswer, 'header'>,
  now: number,
): Record<string, string> {
  const seconds = Math.max(0, Math.min(maxAgeSeconds, Math.floor(expiresAt - now / 1_000)));
  return {
    'cache-control': `private, max-age=${seconds}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': policy,
    'referrer-policy': 'no-referrer',
    ...passedOn('etag', header('etag')),
    ...passedOn('last-modified', header('last-modified')),
  };
}

const passedOn = (name: string, value: string | null): Record<string, string> =>
  value === null || value === '' ? {} : { [name]: value };
