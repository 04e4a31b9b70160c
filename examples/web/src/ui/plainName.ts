/**
 * @returns a name without what turns the direction of text: `invoice_(U+202E)gpj.exe` would read as `invoice_exe.jpg`, and
 * what follows the name of a person would be reversed.
 */
export function plainName(name: string): string {
  return name.replaceAll(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
}

/** @returns a text as one line, in which nothing reads otherwise than it was written. */
export const plainLine = (text: string): string => plainName(text.replaceAll(/\s+/g, ' ').trim());
