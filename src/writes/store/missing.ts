import { createCounters } from './counters.ts';
import { type Store, StoreError } from './store.ts';

/** For a gateway that has no place for keys: it takes none, and mutations without a key work. */
export function createMissingStore(): Store {
  const nothing = async () => {};
  return {
    async claim() {
      throw new StoreError('NO_LIBRARY', { isFull: true });
    },
    put: nothing,
    release: nothing,
    append: nothing,
    async lists(names) {
      return names.map(() => []);
    },
    count: createCounters().count,
    check: nothing,
    close: nothing,
  };
}
