import { isLoopback } from '../../common/loopback.ts';

/**
 * URLs for clients. Whatever only the computer that runs Beeper can open is not handed out: a path holds the user's
 * name. Neither are keys: the query of a media URL can hold what decrypts the file.
 */

/** @returns the URL of a file without decryption keys; null if it is of no use outside of the computer that runs Beeper. */
export function toFileURL(url: string): string | null {
  if (/^data:/i.test(url)) return url;
  const host = isWeb(url) ? hostOf(url) : null;
  return host === null || isLoopback(host) ? null : withoutKeys(url);
}

/** @returns the URL of a page without decryption keys; null for a file. */
export function toPageURL(url: string): string | null {
  if (/^\s*([\\/]|[a-z]:\\|(file|asset|mxc|localmxc):)/i.test(url)) return null;
  return isWeb(url) ? withoutKeys(url) : url;
}

/** @returns the ID of a file, which can be a URL, without query and fragment; null for a path. */
export function toFileID(id: string): string | null {
  const isURL = isWeb(id) ? toFileURL(id) !== null : /^(mxc|localmxc):/i.test(id);
  return isURL ? id.replace(/[?#].*$/s, '') : null;
}

/** @returns null if the URL is not valid. */
function hostOf(url: string): string | null {
  try {
    return new URL(url).hostname;
  } catch {
    return null;
  }
}

const isWeb = (url: string): boolean => /^https?:/i.test(url);

/** @returns the URL without decryption keys; any other URL stays as it is, byte for byte: it can be signed. */
export function withoutKeys(url: string, levels = 3): string {
  // Every key has one of these. Most URLs have none of them.
  if (!/crypt|[{%]/i.test(url)) return url;
  const [, base = '', query, fragment] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(url) ?? [];
  const parameters = query?.slice(1).split('&') ?? [];
  const kept = parameters
    .filter((parameter) => !isKey(parameter))
    .map((parameter) => withoutKeysInside(parameter, levels));
  const isFragmentKept = fragment !== undefined && !fragment.slice(1).split('&').some(isKey);
  if (kept.join('&') === parameters.join('&') && isFragmentKept === (fragment !== undefined)) return url;
  return base + (kept.length > 0 ? `?${kept.join('&')}` : '') + (isFragmentKept ? fragment : '');
}

/** A `name=value` whose value is a URL: `/v1/assets/serve?url=mxc%3A%2F%2F…`. */
function withoutKeysInside(parameter: string, levels: number): string {
  const [name = '', ...rest] = parameter.split('=');
  const value = decode(rest.join('='));
  if (levels === 0 || !/^[a-z]+:\/\//i.test(value)) return parameter;
  const safe = withoutKeys(value, levels - 1);
  return safe === value ? parameter : `${name}=${encodeURIComponent(safe)}`;
}

/**
 * Whether a `name=value` is named after a key, such as `encryptedFileInfoJSON`, or its value is JSON, the form of a
 * Matrix key. A signed URL can name the encryption of its storage: `X-Amz-Server-Side-Encryption`.
 */
function isKey(parameter: string): boolean {
  const [name = '', ...rest] = parameter.split('=');
  return (
    /encrypt(ed|key|ionkey)|decrypt/i.test(decode(name)) ||
    isJSON(decode(rest.join('='))) ||
    isJSON(decode(name))
  );
}

function isJSON(text: string): boolean {
  if (!/^\s*(\{|\[\s*\{)/.test(text)) return false;
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

/** A URL inside of a URL is encoded twice. */
function decode(text: string): string {
  let decoded = text;
  for (let times = 0; times < 3 && decoded.includes('%'); times++) {
    try {
      decoded = decodeURIComponent(decoded.replaceAll('+', ' '));
    } catch {
      break;
    }
  }
  return decoded;
}
