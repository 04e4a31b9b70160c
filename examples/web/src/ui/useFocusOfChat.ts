import { type RefObject, useEffect, useRef } from 'react';

/**
 * Moves the focus into the conversation when a chat opens, and back to its row when it is left. The page begins with the
 * focus where the browser puts it.
 */
export function useFocusOfChat(main: RefObject<HTMLElement | null>, chatID: string | null): void {
  const shown = useRef(chatID);
  useEffect(() => {
    const left = shown.current;
    if (left === chatID) return;
    shown.current = chatID;
    if (!chatID)
      return document.querySelector<HTMLElement>(`[data-row="${CSS.escape(left ?? '')}"]`)?.focus();
    // A conversation can have put it into its field.
    if (main.current?.contains(document.activeElement)) return;
    // It stays while the conversation loads, and has the heading as its name.
    main.current?.focus();
  }, [main, chatID]);
}
