import { isLoopback } from '../common/loopback.ts';

/** Longest URL of a file that is sealed: what a request line can hold besides the token. */
const maxLength = 4_096;

/**
 * Reads where Beeper says that a file is. Senders choose some of these texts, so only what Beeper's own store or disk can
 * hold is passed on: no other host, no way out of a folder.
 * @returns the URL to ask Beeper for; null for a file on the web, and for what Beeper must not be asked for.
 */
export function toServedURL(source: string): string | null {
  if (source.length > maxLength || hasControl(source) || !source.isWellFormed()) return null;
  if (/^(mxc|localmxc):\/\//i.test(source)) return hasDots(source) ? null : source;
  if (/^file:/i.test(source)) return toFileURL(source);
  if (/^\/(?![\\/])/.test(source)) return toFileURL(`file://${encodePath(source)}`);
  if (/^[a-z]:[\\/]/i.test(source)) return toFileURL(`file:///${encodePath(source.replaceAll('\\', '/'))}`);
  const inner = ownAddress(source);
  return inner === null ? null : toServedURL(inner);
}

/** @returns what an address of Beeper's own route serves, which only the computer that runs Beeper can open. */
function ownAddress(source: string): string | null {
  if (!/^https?:/i.test(source) || !URL.canParse(source)) return null;
  const { hostname, pathname, searchParams } = new URL(source);
  return isLoopback(hostname) && pathname === '/v1/assets/serve' ? searchParams.get('url') : null;
}

/** @returns null for a file of another computer: Windows would log in there. */
function toFileURL(url: string): string | null {
  if (!/^file:\/\/(localhost)?\/(?![\\/])/i.test(url) || hasDots(url)) return null;
  return /%2f|%5c|%00|\\/i.test(url) ? null : url;
}

/** A path can have characters that end the path of a URL. */
const encodePath = (path: string): string => encodeURI(path).replace(/[?#]/g, encodeURIComponent);

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be in a URL
const hasControl = (text: string): boolean => /[\u0000-\u001f\u007f]/.test(text);

/** Whether a segment of the path is `.` or `..`, in any spelling. The query is not a path: it can hold keys. */
const hasDots = (url: string): boolean =>
  url
    .replace(/[?#].*$/s, '')
    .split(/[\\/]|%2f|%5c/i)
    .some((segment) => /^(\.|%2e){1,2}$/i.test(segment));
