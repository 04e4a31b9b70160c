import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';

/** The text that is being written in a chat. It is kept while other chats are open, until the tab is closed. */
export function useDraftText(chatID: string): [string, Dispatch<SetStateAction<string>>] {
  const key = `text ${chatID}`;
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '');
  useEffect(() => {
    if (text) sessionStorage.setItem(key, text);
    else sessionStorage.removeItem(key);
  }, [key, text]);
  return [text, setText];
}
