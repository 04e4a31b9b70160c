import { useSyncExternalStore } from 'react';

/** What is shown. Dialogs keep the chat that is open behind them. */
interface Route {
  readonly page: 'inbox' | 'chat' | 'new' | 'help';
  readonly chatID: string | null;
}

/** The place in the URL: `#/`, `#/chat/ID`, and `#/new` or `#/help`, also after a chat: `#/chat/ID/help`. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(
    (onChange) => {
      addEventListener('hashchange', onChange);
      return () => removeEventListener('hashchange', onChange);
    },
    () => location.hash,
  );
  return parseHash(hash);
}

/** Goes to a place instead of this one, as from a dialog that is done: the browser's Back does not open it again. */
export function replaceBy(route: { page: Route['page']; chatID?: string | null }): void {
  location.replace(hashOf(route));
}

/** @returns the `href` of a place. */
export function hashOf({ page, chatID = null }: { page: Route['page']; chatID?: string | null }): string {
  const chat = chatID ? `/chat/${encodeURIComponent(chatID)}` : '';
  const dialog = page === 'new' || page === 'help' ? `/${page}` : '';
  return `#${chat}${dialog || (chat ? '' : '/')}`;
}

/** @returns the place that a hash means. The inbox for one that is broken. */
export function parseHash(hash: string): Route {
  const [, id, dialog] = /^#(?:\/chat\/([^/]+))?(?:\/(new|help))?\/?$/.exec(hash) ?? [];
  const chatID = id ? decoded(id) : null;
  return { page: (dialog as 'new' | 'help' | undefined) ?? (chatID ? 'chat' : 'inbox'), chatID };
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
