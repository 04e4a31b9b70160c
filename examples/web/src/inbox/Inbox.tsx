import { type KeyboardEvent, useRef, useState } from 'react';
import { isUnread } from '../ui/isUnread.ts';
import { moveAlongRows } from '../ui/rows.ts';
import { useDebounced } from '../ui/useDebounced.ts';
import { ChatList } from './ChatList.tsx';
import { ConnectionFailure } from './ConnectionFailure.tsx';
import { InboxHeader } from './InboxHeader.tsx';
import { SandboxNotice } from './SandboxNotice.tsx';
import { SearchField } from './SearchField.tsx';
import { SearchResults } from './SearchResults.tsx';
import { useDocumentTitle } from './useDocumentTitle.ts';
import { useInbox } from './useInbox.ts';

/** The list of chats, newest activity first, or what a search finds. */
export function Inbox({ chatID }: { chatID: string | null }) {
  const inbox = useInbox();
  const [words, setWords] = useState('');
  // Control characters, as in what was pasted, are in no name and no message.
  const cleaned = words.replace(/\p{Cc}+/gu, ' ').trim();
  const query = useDebounced(cleaned, 250);
  /** Whether Enter was pressed, and the answer to the words is not there yet. */
  const [opensFirst, setOpensFirst] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useDocumentTitle(inbox.chats.filter((chat) => isUnread(chat) && !chat.isMuted).length, chatID);

  const search = (next: string) => {
    setWords(next);
    setOpensFirst(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    moveAlongRows(event);
    if (event.key !== 'Escape' || !words) return;
    event.preventDefault();
    search('');
    field.current?.focus();
  };
  return (
    <nav className="inbox" aria-label="Chats" onKeyDown={onKeyDown}>
      <InboxHeader chatID={chatID} />
      <SearchField
        ref={field}
        words={words}
        onChange={search}
        onEnter={() => setOpensFirst(cleaned !== '')}
      />
      {/* One notice at a time: both can have the same reason. */}
      {!inbox.error && <ConnectionFailure />}
      <div className="inbox-list">
        {cleaned ? (
          <SearchResults
            query={query}
            isTyping={query !== cleaned}
            chatID={chatID}
            opensFirst={opensFirst}
            onAnswer={() => setOpensFirst(false)}
          />
        ) : (
          <ChatList inbox={inbox} chatID={chatID} />
        )}
      </div>
      <SandboxNotice />
    </nav>
  );
}
