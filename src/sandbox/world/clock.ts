/** The present of the seed data, in milliseconds since 1970. */
const seedNow = Date.parse('2026-08-14T09:00:00.000Z');

/** Returns the time this many minutes before the present of the seed data, as ISO 8601 in UTC. */
export function minutesAgo(minutes: number): string {
  return new Date(seedNow - minutes * 60_000).toISOString();
}

/** Creates a deterministic clock: it starts at the present of the seed data and advances a second on each call. */
export function createClock(): () => string {
  let seconds = 0;
  return () => {
    seconds++;
    return new Date(seedNow + seconds * 1000).toISOString();
  };
}
