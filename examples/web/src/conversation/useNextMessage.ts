import { useEffect, useState } from 'react';

/** What goes with the text that is being written. */
interface NextMessage {
  readonly files: readonly File[];
  readonly replyToID: string | null;
}

export const nothing: NextMessage = { files: [], replyToID: null };

/** By chat ID. Files cannot be stored, so that a reload forgets them. */
const kept = new Map<string, NextMessage>();

/** The files and the reply of the next message in a chat. They are kept while other chats are open, as its text is. */
export function useNextMessage(chatID: string) {
  const [next, setNext] = useState(() => kept.get(chatID) ?? nothing);
  useEffect(() => {
    if (next === nothing) kept.delete(chatID);
    else kept.set(chatID, next);
  }, [chatID, next]);
  return [next, setNext] as const;
}
