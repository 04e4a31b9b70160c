const maxCharacters = 1_000;

/**
 * Messages of graphql quote names and values of the request, however long they are.
 * @returns at most 1,000 characters of the message, and `…` where it was longer.
 */
export const shortened = (message: string): string =>
  message.length > maxCharacters ? `${message.slice(0, maxCharacters).toWellFormed()}…` : message;
