import { Icon } from '../ui/Icon.tsx';
import { hashOf } from '../ui/route.ts';
import { ConnectionState } from './ConnectionState.tsx';

/** The title, whether the page is live, and the links to the dialogs. */
export function InboxHeader({ chatID }: { chatID: string | null }) {
  return (
    <header>
      <div className="inbox-header">
        <h1>Chats</h1>
        <ConnectionState />
        <a className="icon-button" href={hashOf({ page: 'help', chatID })} aria-label="Help" title="Help">
          <Icon name="help" />
        </a>
        <a
          className="icon-button"
          href={hashOf({ page: 'new', chatID })}
          aria-label="New chat"
          title="New chat"
        >
          <Icon name="plus" />
        </a>
      </div>
    </header>
  );
}
