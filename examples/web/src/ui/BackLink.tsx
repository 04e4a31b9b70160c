import { Icon } from './Icon.tsx';
import { hashOf } from './route.ts';

/** The way from a conversation to the inbox, where only one of them fits on the screen. */
export function BackLink() {
  return (
    <a className="icon-button back-link" href={hashOf({ page: 'inbox' })} aria-label="Back to the chats">
      <Icon name="back" />
    </a>
  );
}
