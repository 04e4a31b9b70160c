import fc from 'fast-check';
import {
  type CountryCode,
  getCountries,
  getExampleNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js';
import examples from 'libphonenumber-js/mobile/examples';
import { expect, test } from 'vitest';
import { normalizePhoneNumber } from '../../src/schema/phoneNumber.ts';

/** As the library does with all its countries. */
function withAllCountries(number: string): string {
  const parsed = parsePhoneNumberFromString(number, { extract: false });
  return parsed?.isPossible() ? parsed.number : number;
}

const exampleOf = (country: CountryCode) => {
  const { countryCallingCode = '', nationalNumber = '' } = getExampleNumber(country, examples) ?? {};
  return { code: `+${countryCallingCode}`, national: nationalNumber as string };
};

test('a number of any country is written as with the metadata of all countries', () => {
  const numbers = getCountries()
    .map(exampleOf)
    .flatMap(({ code, national }) => [
      // With the prefixes that people add before a number within their country.
      ...['', '0', '1', '8', '15'].map((prefix) => code + prefix + national),
      code + national.slice(0, -1),
      `${code}${national}5`,
    ]);
  expect(numbers.length).toBeGreaterThan(1_500);
  expect(numbers.map(normalizePhoneNumber)).toEqual(numbers.map(withAllCountries));
});

test('any digits after a calling code are written as with the metadata of all countries', () => {
  const code = fc.constantFrom(...new Set(getCountries().map((country) => exampleOf(country).code)));
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 14 });
  fc.assert(
    fc.property(code, digits, (start, rest) => {
      const number = start + rest.join('');
      expect(normalizePhoneNumber(number)).toBe(withAllCountries(number));
    }),
    { numRuns: 2_000 },
  );
});
