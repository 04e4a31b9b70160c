import { chmod, mkdir, readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { createCounters } from './counters.ts';
import { listIn } from './list.ts';
import { type Store, StoreError, StoreOpenError } from './store.ts';

const sweepEveryMs = 60 * 60 * 1_000;

/**
 * A store in a directory of this machine, for one process at a time. It survives a crash of the process, and of the
 * machine: a claim is on the disk before `claim` resolves. Counts are kept in memory.
 * @param warn is told of a directory whose permissions can't be restricted to its owner.
 * @throws {StoreOpenError} where the directory can't be used, or another process uses it.
 */
export async function openFileStore(directory: string, warn: (sentence: string) => void): Promise<Store> {
  await prepare(directory, warn);
  const db = new ClassicLevel<string, string>(directory);
  await db.open().catch((error: unknown) => {
    const isInUse = databaseCodeOf(error) === 'LEVEL_LOCKED';
    throw new StoreOpenError(`${describeOpenError(error, directory)} ${alternatives}`, error, { isInUse });
  });

  const inTurn = createTurns();
  /** When each lease ends, as `performance.now()`. Leases of earlier processes have ended: only one has the directory. */
  const leases = new Map<string, number>();
  const counters = createCounters();

  const read = async (name: string): Promise<string | undefined> => {
    const framed = await db.get(name);
    return framed === undefined || hasExpired(framed) ? undefined : textIn(framed);
  };

  const sweep = async () => {
    for await (const [expired, framed] of db.iterator()) {
      if (!hasExpired(framed)) continue;
      await inTurn(expired, async () => {
        const current = await db.get(expired);
        if (current !== undefined && hasExpired(current)) await db.del(expired);
      });
    }
    for (const [name, end] of leases) if (end < performance.now()) leases.delete(name);
  };
  const sweepQuietly = () => void sweep().catch(() => {});
  const sweeping = setInterval(sweepQuietly, sweepEveryMs).unref();
  sweepQuietly();

  return usable({
    claim: (name, entry, { ttlMs, leaseMs }) =>
      inTurn(name, async () => {
        const found = await read(name);
        if (found !== undefined) return { entry: found, leased: performance.now() < (leases.get(name) ?? 0) };
        await db.put(name, frame(entry, ttlMs), { sync: true });
        leases.set(name, performance.now() + leaseMs);
        return null;
      }),
    // Not synced: if the machine crashes, the claim is what remains, and its outcome is unknown.
    put: (name, entry, ttlMs) =>
      inTurn(name, async () => {
        await db.put(name, frame(entry, ttlMs));
        leases.delete(name);
      }),
    release: (name, entry) =>
      inTurn(name, async () => {
        if ((await read(name)) !== entry) return;
        await db.del(name);
        leases.delete(name);
      }),
    // Not synced, as above.
    append: (name, item, { ttlMs, max }) =>
      inTurn(name, async () => {
        const items = [...listIn(await read(name)), item].slice(-max);
        await db.put(name, frame(JSON.stringify(items), ttlMs));
      }),
    lists: (names) => Promise.all(names.map(async (name) => listIn(await read(name)))),
    count: counters.count,
    async check() {
      await db.put('check', frame('', 0), { sync: true });
    },
    async close() {
      clearInterval(sweeping);
      await db.close();
    },
  });
}

/** @returns a function that runs tasks for the same name one after the other. */
function createTurns() {
  const last = new Map<string, Promise<unknown>>();
  return <Result>(name: string, task: () => Promise<Result>): Promise<Result> => {
    const turn = (last.get(name) ?? Promise.resolve()).then(task, task);
    const end = () => {
      if (last.get(name) === turn) last.delete(name);
    };
    last.set(name, turn);
    turn.then(end, end);
    return turn;
  };
}

/** An entry is stored behind the time, in milliseconds since 1970, at which it expires. */
const frame = (entry: string, ttlMs: number): string => `${Date.now() + ttlMs} ${entry}`;
const hasExpired = (framed: string): boolean => Number.parseInt(framed, 10) <= Date.now();
const textIn = (framed: string): string => framed.slice(framed.indexOf(' ') + 1);

/** @returns the store, whose methods reject with a `StoreError` instead of an error of the database. */
function usable(store: Store): Store {
  const rethrow = (error: unknown): never => {
    throw new StoreError(codeOf(error) ?? 'IO', {
      remedy: 'Check the disk of the directory in GATEWAY_STORE: its space and its permissions.',
      cause: error,
    });
  };
  return {
    ...store,
    claim: (...parameters) => store.claim(...parameters).catch(rethrow),
    put: (...parameters) => store.put(...parameters).catch(rethrow),
    release: (...parameters) => store.release(...parameters).catch(rethrow),
    append: (...parameters) => store.append(...parameters).catch(rethrow),
    lists: (...parameters) => store.lists(...parameters).catch(rethrow),
    check: () => store.check().catch(rethrow),
  };
}

async function prepare(directory: string, warn: (sentence: string) => void): Promise<void> {
  try {
    await makeDirectory(directory);
  } catch (error) {
    throw new StoreOpenError(
      `The directory ${directory} for idempotency keys can’t be created: ${codeOf(error)}. ${alternatives}`,
      error,
    );
  }
  const found = await readdir(directory).catch((error: unknown) => {
    throw new StoreOpenError(`${describeOpenError(error, directory)} ${alternatives}`, error);
  });
  if (!found.includes('CURRENT') && found.some((name) => !ofVolumes.has(name))) {
    throw new StoreOpenError(
      `The directory ${directory} has other files. Idempotency keys need a directory of their own. ${alternatives}`,
      null,
    );
  }
  // A volume that belongs to a group, or one without permissions, does not allow it.
  await chmod(directory, 0o700).catch((error: unknown) =>
    warn(
      `The permissions of ${directory} can’t be set to 700 (${codeOf(error)}): other users of this machine may be able to read hashes of idempotency keys and IDs of chats.`,
    ),
  );
}

/** What an empty volume has. */
const ofVolumes = new Set(['lost+found', '.snapshot', '.DS_Store']);

/** Not `recursive`: for a directory in which nothing can be created, such as /proc, Node 20 then never comes back. */
async function makeDirectory(path: string): Promise<void> {
  const make = () =>
    mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  await make().catch(async (error: unknown) => {
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error;
    await makeDirectory(dirname(path));
    await make();
  });
}

const alternatives =
  'Set GATEWAY_STORE to another directory (file:/path), to a Redis (redis://…), or to memory: if idempotency keys may be lost on a restart.';

function describeOpenError(error: unknown, directory: string): string {
  const code = databaseCodeOf(error);
  if (code === 'LEVEL_LOCKED') {
    return `Another process uses ${directory} for its idempotency keys. A directory belongs to one gateway at a time: end the other one, or let both share a Redis.`;
  }
  if (code === 'LEVEL_CORRUPTION') {
    return `The idempotency keys in ${directory} can’t be read: the files are damaged. Move the directory away; keys of the last 24 hours are lost then.`;
  }
  return `The directory ${directory} can’t be used for idempotency keys${code === null ? '' : `: ${code}`}. Check that it exists and that this user may write to it.`;
}

/** The database wraps what went wrong. */
const databaseCodeOf = (error: unknown): string | null =>
  codeOf(error instanceof Error ? (error.cause ?? error) : error);

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
