/**
 * @returns options of an LRUCache for at most `count` entries. Its own `max` would allocate the places of all of them when it
 * is created.
 */
export const entryLimit = (count: number) => ({ maxSize: count, sizeCalculation: () => 1 });
