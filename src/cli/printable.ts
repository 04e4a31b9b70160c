/** @returns text of another program in a form that can't move the cursor of a terminal: one line of at most 200 characters. */
export const printable = (text: string): string =>
  text
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 200);
