import { afterEach, expect, test, vi } from 'vitest';
import { store, storedJSON, storedKeys, storedText } from '../../../examples/web/src/data/storage.ts';

const area = 'sessionStorage';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('blocked storage reads as empty, and storing tells that nothing was stored', () => {
  // What a browser's Storage does that is blocked.
  vi.stubGlobal(
    area,
    new Proxy({}, { get: () => fail('SecurityError'), ownKeys: () => fail('SecurityError') }),
  );
  expect(storedText(area, 'text')).toBeNull();
  expect(storedKeys(area, 'te')).toBeNull();
  expect(store(area, 'text', 'Hello')).toBe(false);
  expect(store(area, 'text', null)).toBe(false);
});

test('what does not fit is not stored, and takes what was outdated with it', () => {
  const items = new Map<string, string>();
  vi.stubGlobal(area, {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, text: string) =>
      text.length > 10 ? fail('QuotaExceededError') : items.set(key, text),
    removeItem: (key: string) => items.delete(key),
  });
  expect(store(area, 'text', '{broken')).toBe(true);
  expect(storedJSON(area, 'text')).toBeNull();
  expect(store(area, 'text', 'much too long')).toBe(false);
  expect(storedText(area, 'text')).toBeNull();
});

function fail(name: string): never {
  throw new DOMException('', name);
}
