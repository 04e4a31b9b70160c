/**
 * Enums of an open set: Beeper may add values, and a value that we do not know must not break an answer. They become
 * `OTHER`, and a field beside holds the raw word.
 */

/** @returns a function from Beeper's word to the enum's value: `needs-login` and `NEEDS_LOGIN` are the same. */
export function toKnown<const Values extends Readonly<Record<string, unknown>>>(values: Values) {
  return (word: string | null): Extract<keyof Values, string> | 'OTHER' | null => {
    if (word === null) return null;
    const name = word.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');
    return Object.hasOwn(values, name) ? (name as Extract<keyof Values, string>) : 'OTHER';
  };
}
