/** Thrown where a login can't go on. The message is for the person, with what to do; it never has a token or a code. */
export class LoginError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'LoginError';
  }
}
