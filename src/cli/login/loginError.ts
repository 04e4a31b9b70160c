/** Thrown where a login can't go on. The message is for the person, with what to do; it never has a token or a code. */
export class LoginError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'LoginError';
  }
}

/** @returns text of a server in a form that can't move the cursor of a terminal: one line of at most 200 characters. */
export const shown = (text: string): string => text.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 200);
