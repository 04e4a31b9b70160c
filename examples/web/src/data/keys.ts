import { useCallback, useState } from 'react';

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
  const key = draftKey(name, JSON.stringify(input));
  const renew = useCallback(() => {
    forgetDraftKey(name);
    setRenewals((count) => count + 1);
  }, [name]);
  return { key, renew };
}

/** Where the storage is blocked, keys live as long as the page. */
const drafts = new Map<string, Draft>();

function draftKey(name: string, input: string): string {
  const known = drafts.get(name) ?? storedDraft(name);
  const draft = known?.input === input ? known : { input, key: newKey() };
  if (draft === drafts.get(name)) return draft.key;
  drafts.set(name, draft);
  try {
    sessionStorage.setItem(`draft-key:${name}`, JSON.stringify(draft));
  } catch {
    // Blocked or full.
  }
  return draft.key;
}

function storedDraft(name: string): Draft | null {
  try {
    const draft = JSON.parse(sessionStorage.getItem(`draft-key:${name}`) ?? 'null');
    return typeof draft?.input === 'string' && typeof draft.key === 'string' ? draft : null;
  } catch {
    return null;
  }
}

function forgetDraftKey(name: string): void {
  drafts.delete(name);
  try {
    sessionStorage.removeItem(`draft-key:${name}`);
  } catch {
    // Blocked.
  }
}
