import type { PersonFoundFragment } from '../gql/graphql.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { ChosenPerson, IdentifierKind } from './identifier.ts';

/** A row of the list. */
export interface Choice {
  /** Null for what was typed. */
  readonly user: PersonFoundFragment | null;
  readonly person: ChosenPerson;
  readonly isDisabled: boolean;
}

const typedAs: Record<IdentifierKind, string> = {
  phoneNumber: 'Use this phone number',
  email: 'Use this email address',
  username: 'Use this username',
};

/** Somebody to choose. The keyboard stays in the text field: see PeopleField. */
export function PersonOption({
  id,
  choice: { user, person, isDisabled },
  isActive,
  onChoose,
}: {
  id: string;
  choice: Choice;
  isActive: boolean;
  onChoose: () => void;
}) {
  const details = user
    ? [user.phoneNumber, user.email, user.username && `@${user.username}`].filter(Boolean).join(' · ')
    : person.kind !== 'id' && typedAs[person.kind];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: the combobox has the focus.
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      aria-disabled={isDisabled}
      className="person-option"
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {user ? (
        <Avatar name={person.name} picture={user.imgURL} size="small" />
      ) : (
        <span className="person-typed">
          <Icon name="plus" />
        </span>
      )}
      <span>
        <span className="person-name">{person.name}</span>
        <small>{isDisabled ? 'Can’t be messaged from this account' : details}</small>
      </span>
    </div>
  );
}
