import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useScope } from './scope.ts';

const common = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

/** A few emoji: those that the network allows, where it says so. */
export function ReactionPicker({
  chatID,
  own,
  onPick,
  onClose,
  onLeave,
}: {
  /** Of the message: in a merged chat, each network has its own rules. */
  chatID: string;
  own: ReadonlySet<string>;
  onPick: (key: string) => void;
  onClose: () => void;
  /** Called when the focus goes elsewhere, where it has to stay. */
  onLeave: () => void;
}) {
  const { allowedReactions } = useScope();
  const first = useRef<HTMLButtonElement>(null);
  const picker = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.focus(), []);
  const keys = allowedReactions(chatID)?.slice(0, 12) ?? common;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div
      ref={picker}
      className="message-actions reaction-picker"
      role="group"
      aria-label="Reactions"
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget && !picker.current?.contains(relatedTarget)) onLeave();
      }}
    >
      {keys.map((key, at) => (
        <button
          key={key}
          ref={at === 0 ? first : undefined}
          type="button"
          className="icon-button"
          aria-label={key}
          aria-pressed={own.has(key)}
          onClick={() => onPick(key)}
        >
          {key}
        </button>
      ))}
    </div>
  );
}
