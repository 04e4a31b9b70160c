import type { KeyboardEvent, Ref } from 'react';
import { Icon } from '../ui/Icon.tsx';

/** The one field to search chats, people and messages. Enter goes to the first result. */
export function SearchField({
  ref,
  words,
  onChange,
}: {
  ref: Ref<HTMLInputElement>;
  words: string;
  onChange: (words: string) => void;
}) {
  const openFirst = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter') return;
    // Not while what is shown is the answer to other words.
    const first = event.currentTarget
      .closest('nav')
      ?.querySelector('.found:not([aria-busy="true"]) [data-row]');
    (first as HTMLElement | null)?.click();
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
        onKeyDown={openFirst}
        placeholder="Search"
        aria-label="Search chats, people and messages"
        maxLength={1000}
        autoComplete="off"
        enterKeyHint="search"
      />
    </search>
  );
}
