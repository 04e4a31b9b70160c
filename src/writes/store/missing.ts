import { createCounters } from './counters.ts';
import { type Store, StoreError } from './store.ts';

/** For a gateway that has no place for keys: it takes none, is not ready, and mutations without a key work. */
export function createMissingStore(remedy: string): Store {
  const nothing = async () => {};
  const missing = async () => {
    throw new StoreError('NO_LIBRARY', { remedy });
  };
  return {
    claim: missing,
    put: nothing,
    release: nothing,
    append: nothing,
    async lists(names) {
      return names.map(() => []);
    },
    count: createCounters().count,
    check: missing,
    close: nothing,
  };
}
