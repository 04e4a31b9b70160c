import { useCallback, useEffect, useState } from 'react';
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
 * An idempotency key for what a form creates. It stays the same for the same input, also after a reload: who does not know
 * whether the first try was successful can try again. With another input it is another key.
 *
 * @param name of the form.
 * @param input all that is sent with the key.
 * @returns the key, and a function to call after success: the next time, the same input is meant to be done again.
 */
export function useDraftKey(name: string, input: unknown): { key: string; renew: () => void } {
  const [, setRenewals] = useState(0);
  const draft = draftOf(name, JSON.stringify(input));
  useEffect(() => {
    store('sessionStorage', storageKey(name), JSON.stringify(draft));
  }, [name, draft]);
  const renew = useCallback(() => {
    drafts.delete(name);
    store('sessionStorage', storageKey(name), null);
    setRenewals((count) => count + 1);
  }, [name]);
  return { key: draft.key, renew };
}

/** Where the storage is blocked, keys live as long as the page. */
const drafts = new Map<string, Draft>();

const storageKey = (name: string) => `draft-key:${name}`;

/** @returns the draft with this input. The same object each time, until the input changes. */
function draftOf(name: string, input: string): Draft {
  const known = drafts.get(name) ?? storedDraft(name);
  const draft = known?.input === input ? known : { input, key: newKey() };
  drafts.set(name, draft);
  return draft;
}

function storedDraft(name: string): Draft | null {
  const draft = storedJSON('sessionStorage', storageKey(name));
  if (!isRecord(draft)) return null;
  const { input, key } = draft;
  return typeof input === 'string' && typeof key === 'string' ? { input, key } : null;
}
