import { decodeHTMLStrict } from 'entities';
import type { MessageText } from '../../beeper/messages/wire.ts';
import { toPlainText } from '../../common/matrixText/plainText.ts';

/**
 * @returns whether a person who reads `stored` reads what was sent. Beeper and the networks turn Markdown into HTML or
 * take it out, escape characters, and change line breaks and spaces.
 */
export const sameText = (sent: string, stored: MessageText | null): boolean =>
  readableText(sent) === readableStored(stored);

/** @returns what is left of a stored text when the marks of Markdown and HTML are removed; '' for none. */
export function readableStored(stored: MessageText | null): string {
  if (stored === null) return '';
  const { value, isPlain } = stored;
  return readableText(isPlain || !value.includes('<') ? value : (toPlainText(value) ?? value));
}

/** @returns what is left of a text, in Markdown or not, when its marks are removed. */
export function readableText(text: string): string {
  return decodeFully(text)
    .replace(escaped, '$<character>')
    .split(lineEnd)
    .map((line) => line.replace(lineMarks, ''))
    .join(' ')
    .replace(link, '$<label>')
    .replace(angledURL, '$<url>')
    .replace(emphasis, '')
    .replace(spaces, ' ')
    .trim();
}

const lineEnd = /\r\n|[\r\n]/;
/** Headings, quotes, and the bullets and numbers of lists, also one in another. */
const lineMarks = /^\s*(?:(?:#{1,6}|>|[-+*•]|\d{1,9}[.)])(?:\s+|$))*/u;
const link = /\[(?<label>[^[\]]{0,500})\]\([^()\s]{1,2000}\)/g;
const angledURL = /<(?<url>https?:[^<>\s]{1,2000})>/g;
const escaped = /\\(?<character>[!-/:-@[-`{-~])/g;
/** A server that does not know escapes keeps their backslashes, also before what it makes an element. */
const emphasis = /[*_~`\\]/g;
const spaces = /[\s\u200B\u2060\uFEFF]+/g;

/** Each server on the way may escape a text once more. */
const maxEscapes = 4;

function decodeFully(text: string): string {
  let decoded = text;
  for (let n = 0; n < maxEscapes && decoded.includes('&'); n++) {
    const next = decodeHTMLStrict(decoded);
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}
