/** Issues in one message or line of the log: a file of the wrong kind can have one in each of half a million lines. */
export const maxIssues = 20;

/** After that many entries that are not valid, a list is not read any further. */
export const maxFaultyEntries = 10;

/** @returns the first 20 of `issues`, and a sentence that tells how many there are besides. */
export function fewOf(issues: readonly string[]): readonly string[] {
  const more = issues.length - maxIssues;
  return more <= 0 ? issues : [...issues.slice(0, maxIssues), `${more} more are not listed.`];
}
