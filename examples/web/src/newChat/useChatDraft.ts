import { useCallback, useEffect, useState } from 'react';
import { store, storedJSON } from '../data/storage.ts';
import { type ChatDraft, draftOf, emptyDraft } from './request.ts';

const storageKey = 'new-chat';

/** @returns the form, which survives a reload: with what was typed, the same idempotency key is used again. */
export function useChatDraft() {
  const [draft, setDraft] = useState(load);
  useEffect(() => save(draft), [draft]);
  const change = useCallback((part: Partial<ChatDraft>) => setDraft((now) => ({ ...now, ...part })), []);
  /** Saves at once: the form is about to go. */
  const forget = useCallback(() => save(emptyDraft), []);
  return { draft, change, forget };
}

function load(): ChatDraft {
  return draftOf(storedJSON('sessionStorage', storageKey));
}

/** Where the storage is blocked or full, the form lives as long as the dialog. */
function save(draft: ChatDraft): void {
  store('sessionStorage', storageKey, JSON.stringify(draft));
}
