import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { QueryFailures } from '../failures/QueryFailures.tsx';
import { hasMouse } from '../ui/hasMouse.ts';
import { Icon } from '../ui/Icon.tsx';
import { plainName } from '../ui/plainName.ts';
import {
  type ChosenPerson,
  type ContactLookup,
  identifierIn,
  isWorthLookingUp,
  mayBeKnownBy,
} from './identifier.ts';
import { type Choice, PersonOption } from './PersonOption.tsx';
import { type Suggestions, useSuggestions } from './useSuggestions.ts';

/** Chooses people: a combobox whose list is always shown. Arrow keys move through the list, Enter chooses, Backspace removes. */
export function PeopleField({
  id,
  accountID,
  network,
  lookup,
  people,
  problem,
  onChange,
}: {
  /** Of the text field. */
  id: string;
  accountID: string;
  network: string;
  lookup: ContactLookup | null | undefined;
  people: readonly ChosenPerson[];
  problem: string | null;
  onChange: (people: readonly ChosenPerson[]) => void;
}) {
  const [text, setText] = useState('');
  /** The choice that the arrow keys went to. */
  const [active, setActive] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const suggestions = useSuggestions(accountID, text);
  const choices = choicesOf(suggestions, text, people, lookup);
  const at = activeIndexOf(choices, active, text, suggestions.isSearching);
  const activeID = at < 0 ? undefined : `${id}-${at}`;

  useEffect(() => {
    if (activeID) document.getElementById(activeID)?.scrollIntoView({ block: 'nearest' });
  }, [activeID]);

  const type = (next: string) => {
    setText(next);
    setActive(null);
  };
  const choose = (choice: Choice | undefined) => {
    if (!choice || choice.isDisabled) return;
    onChange([...people, choice.person]);
    type('');
    input.current?.focus();
  };
  const remove = (person: ChosenPerson | undefined) => {
    onChange(people.filter((one) => one !== person));
    if (hasMouse()) input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && choices.length > 0) {
      event.preventDefault();
      const from = at < 0 && move < 0 ? 0 : at;
      setActive(keyOf(choices[(from + move + choices.length) % choices.length]) ?? null);
    } else if (event.key === 'Enter') {
      // It chooses, and never sends the form.
      event.preventDefault();
      choose(choices[at]);
    } else if (event.key === 'Backspace' && text === '') {
      remove(people.at(-1));
    }
  };

  return (
    <div className="field">
      <label htmlFor={id}>To</label>
      <div className="people-input input">
        {people.map((person) => (
          <button
            key={`${person.kind} ${person.value}`}
            type="button"
            className="chip"
            aria-label={`Remove ${person.name}`}
            onClick={() => remove(person)}
          >
            {person.name}
            <Icon name="close" size="small" />
          </button>
        ))}
        <input
          ref={input}
          id={id}
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          placeholder={people.length === 0 ? 'Name, phone number, email or username' : 'Add people'}
          value={text}
          aria-expanded={choices.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={activeID}
          aria-describedby={`${id}-problem ${id}-status`}
          aria-invalid={problem !== null}
          onChange={({ target }) => type(target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <p id={`${id}-problem`} className="field-error">
        {problem}
      </p>
      <div
        role="listbox"
        tabIndex={-1}
        id={`${id}-list`}
        aria-label={`People on ${network}`}
        className="people-list"
      >
        {choices.map((choice, index) => (
          <PersonOption
            key={keyOf(choice)}
            id={`${id}-${index}`}
            choice={choice}
            isActive={index === at}
            onChoose={() => choose(choice)}
          />
        ))}
      </div>
      <p id={`${id}-status`} role="status" className="field-hint">
        {accountID && statusOf(suggestions, choices.filter(({ user }) => user).length, network)}
      </p>
      <QueryFailures error={suggestions.error} onRetry={suggestions.retry} />
    </div>
  );
}

/** What the list offers: the people who were found and are not chosen yet, and what is typed as it is. */
function choicesOf(
  { people: found }: Suggestions,
  text: string,
  chosen: readonly ChosenPerson[],
  lookup: ContactLookup | null | undefined,
): Choice[] {
  const choices = found
    .filter(({ userID }) => !chosen.some(({ kind, value }) => kind === 'id' && value === userID))
    .map((user): Choice => {
      const name = plainName(user.fullName ?? user.username ?? user.phoneNumber ?? user.email ?? 'Somebody');
      return {
        user,
        person: { kind: 'id', value: user.userID, name },
        isDisabled: user.cannotMessage === true,
      };
    });
  const typed = identifierIn(text);
  // A group takes IDs only.
  if (typed && chosen.length === 0 && mayBeKnownBy(typed.kind, lookup)) {
    choices.push({ user: null, person: { ...typed, name: typed.value }, isDisabled: false });
  }
  return choices;
}

const keyOf = (choice: Choice | undefined) => choice && `${choice.person.kind} ${choice.person.value}`;

/**
 * @returns which choice Enter takes; -1 for none. Without arrow keys that is the first one, but not before the answer to what
 * is typed has come, and not a word that may be a name or a username.
 */
function activeIndexOf(
  choices: readonly Choice[],
  active: string | null,
  text: string,
  isSearching: boolean,
): number {
  if (active !== null) return choices.findIndex((choice) => keyOf(choice) === active);
  if (text.trim() === '' || isSearching) return -1;
  return choices[0]?.user || isWorthLookingUp(text) ? 0 : -1;
}

function statusOf(
  { people, hasMore, isSearching, isLookingUp, error }: Suggestions,
  /** How many of them are not chosen yet. */
  count: number,
  network: string,
): string {
  if (isSearching) return 'Searching…';
  if (isLookingUp) return `Asking ${network}. This can take half a minute.`;
  if (error) return '';
  if (people.length === 0) return `Nobody found on ${network}.`;
  if (hasMore) return `The first ${count}. Type to find more.`;
  if (count === 0) return 'Nobody else found.';
  return count === 1 ? '1 person' : `${count} people`;
}
