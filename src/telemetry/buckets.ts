/** Upper limits in seconds. Most answers take less than 50 ms. */
const usual = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** `lookUpContacts` waits for a network. */
const slowReadMs = 30_000;

/**
 * @param timeoutMs the deadline of calls to Beeper.
 * @returns upper limits of a histogram in seconds. The last one is beyond the longest deadline, so that what ends there can
 * be told from what ends later.
 */
export function durationBuckets(timeoutMs: number): number[] {
  const longest = Math.max(timeoutMs, slowReadMs) / 1_000;
  return [...usual.filter((limit) => limit < longest), longest, 1.5 * longest, 3 * longest];
}
