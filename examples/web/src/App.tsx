import { useRef } from 'react';
import { Conversation } from './conversation/Conversation.tsx';
import { Help } from './help/Help.tsx';
import { Inbox } from './inbox/Inbox.tsx';
import { NewChat } from './newChat/NewChat.tsx';
import { BackLink } from './ui/BackLink.tsx';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';
import { replaceBy, useRoute } from './ui/route.ts';
import { useFocusOfChat } from './ui/useFocusOfChat.ts';

/** The whole app: the inbox, beside it or instead of it a conversation, and two dialogs. */
export function App() {
  const { page, chatID } = useRoute();
  const main = useRef<HTMLElement>(null);
  useFocusOfChat(main, chatID);
  const close = () => replaceBy({ page: chatID ? 'chat' : 'inbox', chatID });
  return (
    <div className="shell" data-shows={chatID ? 'chat' : 'inbox'}>
      <button
        type="button"
        className="button skip-link visually-hidden"
        onClick={() => main.current?.focus()}
      >
        Skip to the conversation
      </button>
      <ErrorBoundary name="The list of chats">
        <Inbox chatID={chatID} />
      </ErrorBoundary>
      <main
        ref={main}
        className="main"
        tabIndex={-1}
        aria-labelledby={chatID ? 'conversation-title' : undefined}
      >
        {chatID ? (
          <ErrorBoundary key={chatID} name="This conversation" exit={<BackLink />}>
            <Conversation chatID={chatID} />
          </ErrorBoundary>
        ) : (
          <p className="main-empty">Choose a chat, or start a new one.</p>
        )}
      </main>
      {page === 'new' && <NewChat onClose={close} />}
      {page === 'help' && <Help onClose={close} />}
    </div>
  );
}
