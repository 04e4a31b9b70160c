/** Keeps a map within `max` entries: without the one that was added first. To be called after each addition. */
export function dropFirst(map: Map<string, unknown>, max: number): void {
  const [first] = map.keys();
  if (map.size > max && first !== undefined) map.delete(first);
}
