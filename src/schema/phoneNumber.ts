import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';
import { toASCIIDigits } from './characters.ts';

/**
 * The numbering plans with one country for each calling code. Beeper gets no country, and to find out which of the 25
 * countries with `+1` a number belongs to took 50 µs, 7 % of startChat.
 */
const plans: typeof metadata = {
  ...metadata,
  country_calling_codes: Object.fromEntries(
    Object.entries(metadata.country_calling_codes).map(([code, [country]]) => [
      code,
      country ? [country] : [],
    ]),
  ),
};

/**
 * Writes a phone number as Beeper takes it. After `+` or `00` it becomes E.164, or its digits where libphonenumber
 * does not accept their number: networks have numbers that no numbering plan allows. Any other number is left as typed,
 * because only the network knows the country.
 *
 * @returns null if the text is not a phone number: it has letters, or fewer than three digits.
 */
export function normalizePhoneNumber(typed: string): string | null {
  const text = clean(typed);
  const number = withPlus(text);
  if (number === null) return isDigits(text) ? text : null;
  const parsed = parsePhoneNumberFromString(number, { extract: false }, plans);
  if (parsed?.isPossible()) return parsed.number;
  return isDigits(number) ? `+${digitsOf(number)}` : null;
}

/** @returns whether `startChat` takes the text. */
export const isPhoneNumber = (text: string): boolean =>
  /^\+?\d{3,}$/.test(text) || normalizePhoneNumber(text) !== null;

const clean = (typed: string): string =>
  toASCIIDigits(typed)
    .replaceAll(/[\uFF0B\uFE62]/g, '+')
    .replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/^tel: ?/i, '');

/** @returns null for a number without a country code. `00` is the prefix for international calls in most countries. */
function withPlus(text: string): string | null {
  const afterPlus = /^\(? ?\+(.*)$/.exec(text)?.[1];
  if (afterPlus !== undefined) return `+${afterPlus}`;
  const afterZeros = /^\(? ?00(.*)$/.exec(text)?.[1];
  return afterZeros !== undefined && /^[1-9]\d{4}/.test(digitsOf(afterZeros)) ? `+${afterZeros}` : null;
}

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

const isDigits = (text: string): boolean => !/\p{L}/u.test(text) && digitsOf(text).length >= 3;
