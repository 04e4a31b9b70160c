/** When `messageProgress` looks where no event comes, in milliseconds. */
export interface ProgressTimes {
  /** From the first look to the second. Each further pause is twice as long as the one before. */
  readonly first: number;
  /** The longest pause. */
  readonly longest: number;
  /** How long a message can be missing: a server may not know it at once. */
  readonly missing: number;
  /** After this time it ends, also if the message is still being sent. */
  readonly end: number;
}

export const defaultProgressTimes: ProgressTimes = {
  first: 1_000,
  longest: 30_000,
  missing: 7_000,
  end: 10 * 60_000,
};
