import type { KeyboardEvent, Ref } from 'react';
import { Icon } from '../ui/Icon.tsx';

/** The one field to search chats, people and messages. Enter goes to the first result. */
export function SearchField({
  ref,
  words,
  onChange,
  onEnter,
}: {
  ref: Ref<HTMLInputElement>;
  words: string;
  onChange: (words: string) => void;
  onEnter: () => void;
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    // The Enter that ends the input of Chinese or Japanese is not meant.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter();
  };
  return (
    <search className="search-field">
      <Icon name="search" />
      <input
        ref={ref}
        className="input"
        type="search"
        value={words}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        placeholder="Search"
        aria-label="Search chats, people and messages"
        maxLength={1000}
        autoComplete="off"
        enterKeyHint="search"
      />
    </search>
  );
}
