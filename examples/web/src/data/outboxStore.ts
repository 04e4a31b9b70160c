import { decode, encode, type Outgoing } from './outgoing.ts';
import { store, storedKeys, storedText } from './storage.ts';

/** Holds the messages on their way, in the storage that the tabs of an origin share: an item for each, so that no tab overwrites another’s. */

const prefix = 'outbox:';
const mine = new Set<string>();
const listeners = new Set<() => void>();
const entries = new Map<string, Outgoing>();
let sorted: readonly Outgoing[] = [];

/** @returns all messages on their way, oldest first. The same array until something changes. */
export const allOutgoing = (): readonly Outgoing[] => sorted;

export const outgoingWith = (key: string): Outgoing | undefined => entries.get(key);

/** @returns whether this tab has written or sent a message, or tries to. */
export const isMine = (key: string): boolean => mine.has(key);

/** Calls a function after each change, until the function that it returns is called. */
export function onOutgoing(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Adds a message, or replaces the one with its key. */
export function put(entry: Outgoing): void {
  mine.add(entry.key);
  entries.set(entry.key, entry);
  save(entry.key, encode(entry));
  changed();
}

/** Changes a message, if it is still there. */
export function update(key: string, part: Partial<Outgoing>): void {
  const entry = entries.get(key);
  if (entry) put({ ...entry, ...part });
}

/** Shows the progress of an upload. Other tabs do not see it. */
export function showProgress(key: string, progress: number): void {
  const entry = entries.get(key);
  if (!entry) return;
  entries.set(key, { ...entry, progress });
  changed();
}

/** Forgets a message. */
export function remove(key: string): void {
  if (!entries.delete(key)) return;
  save(key, null);
  changed();
}

/** Reads what is stored, as after the start, or what other tabs have changed. */
export function readStored(): void {
  const items = storedKeys('localStorage', prefix);
  for (const item of items ?? []) take(item.slice(prefix.length), storedText('localStorage', item));
  // Those that another tab has removed.
  for (const key of items ? stored : []) if (!items?.includes(prefix + key)) take(key, null);
  changed();
}

/** Follows the other tabs, and calls `onForeign` after each change that one of them makes. */
export function followTabs(onForeign: () => void): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== null && !key.startsWith(prefix)) return;
    if (key === null) readStored();
    else take(key.slice(prefix.length), newValue);
    changed();
    onForeign();
  });
}

/** The keys of what is in the storage, and not only in this tab. */
const stored = new Set<string>();

function take(key: string, text: string | null): void {
  const entry = decode(text);
  if (entry && entry.key === key) {
    stored.add(key);
    entries.set(key, { ...entry, progress: entries.get(key)?.progress ?? null });
  } else if (text === null && stored.delete(key)) entries.delete(key);
}

/** Where the storage is blocked or full, the message is sent all the same, but it does not survive a reload. */
function save(key: string, text: string | null): void {
  if (store('localStorage', prefix + key, text) && text !== null) stored.add(key);
  else stored.delete(key);
}

function changed(): void {
  sorted = [...entries.values()].sort((a, b) => a.createdAt - b.createdAt);
  for (const listener of listeners) listener();
}
