import { useCallback, useEffect, useState } from 'react';
import type { ChatDraft } from './request.ts';

const storageKey = 'new-chat';
const empty: ChatDraft = { accountID: '', people: [], title: '', messageText: '' };

/** @returns the form, which survives a reload: with what was typed, the same idempotency key is used again. */
export function useChatDraft() {
  const [draft, setDraft] = useState(load);
  useEffect(() => save(draft), [draft]);
  const change = useCallback((part: Partial<ChatDraft>) => setDraft((now) => ({ ...now, ...part })), []);
  /** Saves at once: the form is about to go. */
  const forget = useCallback(() => save(empty), []);
  return { draft, change, forget };
}

function load(): ChatDraft {
  try {
    return { ...empty, ...JSON.parse(sessionStorage.getItem(storageKey) ?? '{}') };
  } catch {
    return empty;
  }
}

function save(draft: ChatDraft): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(draft));
  } catch {
    // Blocked or full: the form lives as long as the dialog.
  }
}
