import { LRUCache } from 'lru-cache';
import { entryLimit } from '../../common/entryLimit.ts';
import { createCounters } from './counters.ts';
import { listIn } from './list.ts';
import { type Store, StoreError } from './store.ts';

/** About 200 bytes an entry. */
const maxEntries = 100_000;

interface MemoryEntry {
  readonly text: string;
  /** As `performance.now()`. */
  readonly leasedUntil: number;
}

/**
 * A store in this process, for one replica. Its entries are lost when the process ends. It never drops an entry before
 * its time: while it is full, it rejects further claims.
 */
export function createMemoryStore({ max = maxEntries } = {}): Store {
  // Without a limit of its own, the cache evicts nothing but what has expired.
  const entries = new LRUCache<string, MemoryEntry>(entryLimit(max + 1));
  const counters = createCounters();
  let purgedAt = Number.NEGATIVE_INFINITY;

  const hasRoom = (): boolean => {
    if (entries.size < max) return true;
    // It looks at every entry.
    if (performance.now() - purgedAt > 1_000) {
      purgedAt = performance.now();
      entries.purgeStale();
    }
    return entries.size < max;
  };

  return {
    async claim(name, entry, { ttlMs, leaseMs }) {
      const found = entries.get(name);
      if (found) return { entry: found.text, leased: performance.now() < found.leasedUntil };
      if (!hasRoom()) throw full(max);
      entries.set(name, { text: entry, leasedUntil: performance.now() + leaseMs }, { ttl: ttlMs });
      return null;
    },
    async put(name, entry, ttlMs) {
      entries.set(name, { text: entry, leasedUntil: 0 }, { ttl: ttlMs });
    },
    async release(name, entry) {
      if (entries.get(name)?.text === entry) entries.delete(name);
    },
    async append(name, item, { ttlMs, max: maxItems }) {
      if (!entries.has(name) && !hasRoom()) throw full(max);
      const items = [...listIn(entries.get(name)?.text), item].slice(-maxItems);
      entries.set(name, { text: JSON.stringify(items), leasedUntil: 0 }, { ttl: ttlMs });
    },
    async lists(names) {
      return names.map((name) => listIn(entries.get(name)?.text));
    },
    count: counters.count,
    async check() {},
    async close() {
      entries.clear();
    },
  };
}

const full = (max: number) =>
  new StoreError('FULL', {
    isFull: true,
    remedy: `The store in memory keeps at most ${max} keys of the last 24 hours: set GATEWAY_STORE to a directory (file:…) or to a Redis.`,
  });
