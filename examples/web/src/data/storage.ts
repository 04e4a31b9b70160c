/** What outlives the page. The storage can be blocked or full, and can hold what another version has stored: nothing here throws. */

/** `localStorage` is shared by the tabs of an origin; `sessionStorage` lives as long as its tab. */
type Area = 'localStorage' | 'sessionStorage';

/** @returns the stored text. Null if there is none, or if the storage is blocked. */
export function storedText(area: Area, key: string): string | null {
  try {
    return globalThis[area].getItem(key);
  } catch {
    return null;
  }
}

/** @returns the stored JSON, which anybody can have written: check it. Null if there is none. */
export function storedJSON(area: Area, key: string): unknown {
  try {
    return JSON.parse(storedText(area, key) ?? 'null');
  } catch {
    return null;
  }
}

/**
 * Stores a text. Null removes it.
 *
 * @returns whether it is stored: not if the storage is blocked or full. What was there before is removed then, so that
 * nothing outdated comes back.
 */
export function store(area: Area, key: string, text: string | null): boolean {
  try {
    if (text === null) globalThis[area].removeItem(key);
    else globalThis[area].setItem(key, text);
    return true;
  } catch {
    if (text !== null) store(area, key, null);
    return false;
  }
}

/** @returns the keys that begin with `prefix`. Null if the storage is blocked. */
export function storedKeys(area: Area, prefix: string): string[] | null {
  try {
    return Object.keys(globalThis[area]).filter((key) => key.startsWith(prefix));
  } catch {
    return null;
  }
}

/** @returns whether a value that was stored is an object, whose fields can be checked. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
