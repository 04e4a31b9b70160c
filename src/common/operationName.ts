const maxLength = 64;
const minDigitsOfPhoneNumber = 7;

/**
 * Callers choose the names of operations. GraphQL allows letters, digits and `_` in them, which can spell a phone number.
 * @returns the name with at most 64 characters, or `(masked)` for one with seven digits or more.
 */
export function loggedName(name: string): string {
  let digits = 0;
  for (let index = 0; index < name.length; index++) {
    const code = name.charCodeAt(index);
    if (code >= 48 && code <= 57) digits++;
  }
  return digits >= minDigitsOfPhoneNumber ? '(masked)' : name.slice(0, maxLength);
}
