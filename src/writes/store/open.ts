import type { Logger } from 'pino';
import { createMemoryStore } from './memory.ts';
import { createMissingStore } from './missing.ts';
import type { Store } from './store.ts';
import { type StoreSignals, type WatchedStore, watchStore } from './watched.ts';

/** Where the store is, as in `Config`. */
type Location =
  | { readonly kind: 'memory' }
  | { readonly kind: 'file'; readonly directory: string }
  | { readonly kind: 'redis'; readonly url: string };

interface OpenOptions {
  readonly log: Logger;
  /** Told once of what the operator may want to change. */
  readonly warn: (sentence: string) => void;
}

/**
 * Opens the store of idempotency keys and write budgets. Its loss and its return are logged.
 * @throws {StoreOpenError} where a directory can't be used.
 */
export async function openStore(location: Location, { log, warn }: OpenOptions): Promise<WatchedStore> {
  const open = await opener(location, warn);
  return watchStore(open, {
    failed: (error) =>
      log.error(
        { kind: error.kind, ...(error.remedy !== null && { remedy: error.remedy }), err: error.cause },
        'The store can’t be used: mutations with an idempotency key are rejected',
      ),
    restored: () => log.info('The store can be used again'),
  });
}

async function opener(
  location: Location,
  warn: OpenOptions['warn'],
): Promise<(signals: StoreSignals) => Store> {
  switch (location.kind) {
    case 'memory':
      return () => createMemoryStore();
    case 'redis': {
      // Loaded only where it is used: its client is a fifth of all code.
      const { createRedisStore } = await import('./redis.ts');
      return (signals) => createRedisStore(location.url, signals);
    }
    case 'file': {
      const store = await openFile(location.directory, warn);
      return () => store;
    }
  }
}

/** Loaded only where it is used: the database comes with a native library. */
async function openFile(directory: string, warn: OpenOptions['warn']): Promise<Store> {
  const module = await import('./file.ts').catch((error: unknown) => {
    if (isMissingLibrary(error)) return null;
    throw error;
  });
  if (module) return module.openFileStore(directory, warn);
  warn(
    `The native library that keeps idempotency keys in a directory can’t be loaded: prebuilds/ has none for ${process.platform}-${process.arch}, or this user can’t read it. Mutations with a key are rejected, and the gateway is not ready. ${withoutLibrary}`,
  );
  return createMissingStore(withoutLibrary);
}

const withoutLibrary =
  'Make the files of the package readable, or set GATEWAY_STORE to a Redis (redis://…), or to memory: if keys may be lost on a restart.';

/** What node-gyp-build throws where it finds no library, and Node where it can't load one, or the package is not installed. */
const isMissingLibrary = (error: unknown): boolean =>
  error instanceof Error &&
  (/^No native build was found/.test(error.message) ||
    ('code' in error && /^ERR_(DLOPEN_FAILED|MODULE_NOT_FOUND)$/.test(String(error.code))));
