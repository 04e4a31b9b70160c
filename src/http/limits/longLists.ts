/** More than any list of the schema can have. */
export const maxListItems = 2_000;

/**
 * Drops the items of lists beyond one more than `maxListItems`. The rules of the schema refuse a list of that length
 * whatever its items are, but graphql would first convert each of them: 100,000 take 200 ms.
 * @param value parsed JSON, which is changed.
 */
export function shortenLists(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    if (value.length > maxListItems + 1) value.length = maxListItems + 1;
    for (const item of value) shortenLists(item);
    return;
  }
  for (const part of Object.values(value)) shortenLists(part);
}
