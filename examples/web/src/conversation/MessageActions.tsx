import { useRef, useState } from 'react';
import { Icon } from '../ui/Icon.tsx';
import type { Message } from './MessageRow.tsx';
import { ReactionPicker } from './ReactionPicker.tsx';
import { useScope } from './scope.ts';
import type { MessageReactions } from './useReactions.ts';

/** What can be done with a message: shown for the mouse above it, and for the message that has the focus. */
export function MessageActions({
  message,
  name,
  isActive,
  reactions,
}: {
  message: Message;
  /** Of the sender. */
  name: string;
  isActive: boolean;
  reactions: MessageReactions;
}) {
  const { canReply, reply } = useScope();
  const [isPicking, setIsPicking] = useState(false);
  const reactButton = useRef<HTMLButtonElement>(null);
  const { id, chatID, viewerCanReact, plainText } = message;
  // Tab goes from the list to the field below; the arrow keys go through the messages, and their buttons.
  const tabIndex = isActive ? 0 : -1;
  const about = `${name}${plainText ? `: ${plainText.slice(0, 60)}` : ''}`;
  const close = () => {
    setIsPicking(false);
    requestAnimationFrame(() => reactButton.current?.focus());
  };
  if (isPicking)
    return (
      <ReactionPicker
        chatID={chatID}
        own={reactions.own}
        onPick={(key) => {
          close();
          reactions.toggle(key);
        }}
        onClose={close}
        onLeave={() => setIsPicking(false)}
      />
    );
  return (
    <div className="message-actions">
      {viewerCanReact !== false && (
        <button
          ref={reactButton}
          type="button"
          className="icon-button"
          tabIndex={tabIndex}
          aria-label={`React to ${about}`}
          title="React"
          onClick={() => setIsPicking(true)}
        >
          <Icon name="react" />
        </button>
      )}
      {canReply && (
        <button
          type="button"
          className="icon-button"
          tabIndex={tabIndex}
          aria-label={`Reply to ${about}`}
          title="Reply"
          onClick={() => reply(id)}
        >
          <Icon name="reply" />
        </button>
      )}
    </div>
  );
}
