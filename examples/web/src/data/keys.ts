import { isRecord, store, storedJSON } from './storage.ts';

/** @returns a new idempotency key. */
export function newKey(): string {
  // `randomUUID` is missing where the page is served by HTTP from another computer.
  if (isSecureContext) return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

interface Draft {
  readonly input: string;
  readonly key: string;
}

/**
 * An idempotency key for what a form creates. To be called when the form is sent: it is the key of the last try if that had
 * the same input, also after a reload. Who does not know whether that try was successful can try again.
 *
 * @param name of the form.
 * @param input all that is sent with the key.
 */
export function keyFor(name: string, input: unknown): string {
  const text = JSON.stringify(input);
  const last = drafts.get(name) ?? storedDraft(name);
  const draft = last?.input === text ? last : { input: text, key: newKey() };
  drafts.set(name, draft);
  store('sessionStorage', storageKey(name), JSON.stringify(draft));
  return draft.key;
}

/** For after success: the next time, the same input is meant to be done again. */
export function forgetKey(name: string): void {
  drafts.delete(name);
  store('sessionStorage', storageKey(name), null);
}

/** Where the storage is blocked, keys live as long as the page. */
const drafts = new Map<string, Draft>();

const storageKey = (name: string) => `draft-key:${name}`;

function storedDraft(name: string): Draft | null {
  const draft = storedJSON('sessionStorage', storageKey(name));
  if (!isRecord(draft)) return null;
  const { input, key } = draft;
  return typeof input === 'string' && typeof key === 'string' ? { input, key } : null;
}
