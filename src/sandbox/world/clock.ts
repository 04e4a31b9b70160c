/** The present of the seed data, in milliseconds since 1970. */
const seedNow = Date.parse('2026-08-14T09:00:00.000Z');

/** By milliseconds. Each world has the same 3,000 times, and to format them was half of the work of creating one. */
const texts = new Map<number, string>();

/** Returns a time of the seed data, given in milliseconds since 1970, as ISO 8601 in UTC. */
export function seedTime(ms: number): string {
  const known = texts.get(ms);
  if (known !== undefined) return known;
  const text = new Date(ms).toISOString();
  texts.set(ms, text);
  return text;
}

/** Returns the time this many minutes before the present of the seed data, as ISO 8601 in UTC. */
export function minutesAgo(minutes: number): string {
  return seedTime(seedNow - minutes * 60_000);
}
