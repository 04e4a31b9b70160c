import { create } from 'content-disposition';
import type { FileKind } from './contentType.ts';

/** Most bytes of a name in UTF-8; file systems allow 255. */
const maxBytes = 200;
/** Longer ones are part of the name. */
const maxExtensionBytes = 20;

/** Control, formatting (zero-width, direction of text), line and paragraph separators, and halves of characters. */
const unwanted = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** What Windows has no file names with. */
const forbidden = /[<>:"|?*]/g;
/** Names of devices on Windows, with any extension. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/i;

/**
 * @param name as somebody sent it.
 * @returns a name that is harmless on every system, without a folder; null where nothing is left of it.
 */
export function cleanFileName(name: string): string | null {
  const path = name.replaceAll(unwanted, '').replace(/^[a-z]:/i, '');
  const last = path.split(/[\\/]/).findLast((segment) => /[^.\s]/.test(segment)) ?? '';
  const trimmed = trim(last.replaceAll(forbidden, '_'));
  if (trimmed === '') return null;
  return shorten(reserved.test(trimmed) ? `_${trimmed}` : trimmed);
}

/** Systems hide names that start with a dot, and Windows drops dots and spaces at the end. */
const trim = (name: string): string => name.replace(/^[.\s]+/, '').replace(/[.\s]+$/, '');

/** Shortens what is in front of the extension, which is its own one or one that is added. */
function shorten(name: string, added = ''): string {
  if (Buffer.byteLength(name + added) <= maxBytes) return name + added;
  const own = added === '' ? extensionOf(name) : '';
  const stem = Buffer.from(name.slice(0, name.length - own.length));
  const cut = stem.subarray(0, maxBytes - Buffer.byteLength(own + added)).toString();
  // A character of several bytes may have been cut.
  return trim(cut.replace(/\ufffd$/, '')) + own + added;
}

/** @returns the extension with its dot; '' for none, and for what is too long to be one. */
function extensionOf(name: string): string {
  const extension = name.slice(Math.max(0, name.lastIndexOf('.')));
  return extension.startsWith('.') && Buffer.byteLength(extension) <= maxExtensionBytes ? extension : '';
}

/** @returns the name to save a file under: with an extension of its kind, so that it opens as what it is. */
export function fileNameFor(name: string | null, { extensions, noun }: FileKind): string {
  const [extension] = extensions;
  const cleaned = name === null ? null : cleanFileName(name);
  if (extension === undefined) return cleaned ?? noun;
  if (cleaned === null) return `${noun}.${extension}`;
  const hasIt = extensions.some((one) => cleaned.toLowerCase().endsWith(`.${one}`));
  return hasIt ? cleaned : shorten(cleaned, `.${extension}`);
}

/** @returns `Content-Disposition` by RFC 6266. */
export const contentDisposition = (name: string | null, kind: FileKind): string =>
  create(fileNameFor(name, kind), { type: kind.isInline ? 'inline' : 'attachment' });
