/** White space, control characters, and what is invisible by itself: zero-width, bidi and filler characters. */
const invisible = String.raw`[\s\p{Cc}\p{Cf}\p{Zs}\p{Default_Ignorable_Code_Point}]`;

const onlyInvisible = new RegExp(`^${invisible}*$`, 'u');

/** The look-behind makes it linear: without it, each position of a run inside the text would be tried. */
const invisibleEnds = new RegExp(`^${invisible}+|(?<!${invisible})${invisible}+$`, 'gu');

/** @returns whether the text shows nothing: it is empty or has only characters that are invisible. */
export const isBlank = (text: string): boolean => onlyInvisible.test(text);

/** Removes what pasted text often has around it: spaces, line breaks, byte order marks and bidi controls. */
export const trimInvisible = (text: string): string => text.replaceAll(invisibleEnds, '');

/** Writes the decimal digits of every script as ASCII digits. */
export const toASCIIDigits = (text: string): string => text.replaceAll(/[^\P{Nd}0-9]/gu, toASCIIDigit);

/** Holds at most the few hundred digits that Unicode has. */
const known = new Map<string, string>();

/** Unicode places the digits 0 to 9 of a script one after another, and a run of digits begins with a 0. */
function toASCIIDigit(digit: string): string {
  const found = known.get(digit);
  if (found !== undefined) return found;
  const codePoint = digit.codePointAt(0) ?? 0;
  let zero = codePoint;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  const value = String((codePoint - zero) % 10);
  known.set(digit, value);
  return value;
}
