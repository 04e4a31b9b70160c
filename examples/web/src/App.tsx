import { Conversation } from './conversation/Conversation.tsx';
import { Help } from './help/Help.tsx';
import { Inbox } from './inbox/Inbox.tsx';
import { NewChat } from './newChat/NewChat.tsx';
import { goTo, useRoute } from './ui/route.ts';

/** The whole app: the inbox, beside it or instead of it a conversation, and two dialogs. */
export function App() {
  const route = useRoute();
  return (
    <div className="shell" data-page={route.page}>
      <Inbox chatID={route.chatID} />
      <main>
        {route.chatID ? <Conversation key={route.chatID} chatID={route.chatID} /> : <p>Choose a chat.</p>}
      </main>
      {route.page === 'new' && <NewChat onClose={() => goTo({ page: 'inbox' })} />}
      {route.page === 'help' && <Help onClose={() => goTo({ page: 'inbox' })} />}
    </div>
  );
}
