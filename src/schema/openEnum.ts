/**
 * Beeper may add values to its enums, and an unknown value must not fail a query. Such an enum has the value `OTHER`, and
 * a `raw…` field next to it holds Beeper's own value.
 */

/** @returns a function from Beeper's value to the enum's; it ignores case and punctuation: `needs-login` is `NEEDS_LOGIN`. */
export function toKnown<const Values extends Readonly<Record<string, unknown>>>(values: Values) {
  return (word: string | null): Extract<keyof Values, string> | 'OTHER' | null => {
    if (word === null) return null;
    const name = word.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');
    return Object.hasOwn(values, name) ? (name as Extract<keyof Values, string>) : 'OTHER';
  };
}
