/** The moment at which the seed world stands still, in milliseconds since 1970. */
const SEED_NOW = Date.parse('2026-08-14T09:00:00.000Z');

/** The time of the seed world's present, less so many minutes, as ISO 8601 in UTC. */
export function minutesAgo(minutes: number): string {
  return new Date(SEED_NOW - minutes * 60_000).toISOString();
}

/** A clock that starts at the seed world's present and gains a second with each reading: the same on each run. */
export function createClock(): () => string {
  let seconds = 0;
  return () => {
    seconds += 1;
    return new Date(SEED_NOW + seconds * 1000).toISOString();
  };
}
