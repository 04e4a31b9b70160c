import type { TransferAnswer } from '../beeper/assets/transfers.ts';
import type { FileKind } from './contentType.ts';
import type { AssetPermission } from './permissions.ts';

/**
 * Nothing in a file runs, however a browser comes to show it: `sandbox` forbids scripts, forms and windows, and nothing is
 * loaded. What a browser makes to show a file in a tab of its own has inline styles.
 */
const policy = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

/** Around a film, Chromium makes a document that loads the film, and gives it an origin that may only with this. */
const filmPolicy =
  "sandbox allow-same-origin; default-src 'none'; media-src 'self'; style-src 'unsafe-inline'";

const maxAgeSeconds = 3_600;

/** Headers of every answer that has a file, or says that the browser has it. */
export function assetHeaders(
  { expiresAt }: AssetPermission,
  { header }: Pick<TransferAnswer, 'header'>,
  kind: FileKind | null,
  now: number,
): Record<string, string> {
  const seconds = Math.max(0, Math.min(maxAgeSeconds, Math.floor(expiresAt - now / 1_000)));
  return {
    'cache-control': `private, max-age=${seconds}`,
    ...policyFor(kind),
    ...passedOn('etag', header('etag')),
    ...passedOn('last-modified', header('last-modified')),
  };
}

/** Browsers replace what they have by the headers of an answer without a file. */
const policyFor = (kind: FileKind | null): Record<string, string> =>
  kind === null
    ? {}
    : { 'content-security-policy': kind.noun === 'video' || kind.noun === 'audio' ? filmPolicy : policy };

const passedOn = (name: string, value: string | null): Record<string, string> =>
  value === null || value === '' ? {} : { [name]: value };
