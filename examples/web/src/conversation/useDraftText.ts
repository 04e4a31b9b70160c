import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import { store, storedText } from '../data/storage.ts';

/** The text that is being written in a chat. It is kept while other chats are open, until the tab is closed. */
export function useDraftText(chatID: string): [string, Dispatch<SetStateAction<string>>] {
  const key = `text ${chatID}`;
  const [text, setText] = useState(() => storedText('sessionStorage', key) ?? '');
  useEffect(() => {
    store('sessionStorage', key, text || null);
  }, [key, text]);
  return [text, setText];
}
