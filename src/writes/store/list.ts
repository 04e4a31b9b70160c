/** @returns the items of a list that is stored as JSON; none where there is no text. */
export const listIn = (text: string | undefined): readonly string[] =>
  text === undefined ? [] : (JSON.parse(text) as string[]);
