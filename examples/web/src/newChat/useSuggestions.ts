import { useQuery } from '@apollo/client/react';
import type { PersonFoundFragment } from '../gql/graphql.ts';
import { getFragmentData, graphql } from '../gql/index.ts';
import { useDebounced } from '../ui/useDebounced.ts';
import { isWorthLookingUp } from './identifier.ts';

const PersonFound = graphql(`
  fragment PersonFound on BeeperUser {
    userID
    fullName
    username
    phoneNumber
    email
    cannotMessage
    imgURL { contentURL url }
  }
`);

const ContactsQuery = graphql(`
  query NewChatContacts($accountID: ID!, $query: String) {
    contacts(accountID: $accountID, query: $query, first: 30) {
      nodes { userID ...PersonFound }
      pageInfo { hasNextPage }
    }
  }
`);

/** On its own: it can take 30 seconds, and contacts are there at once. */
const LookUpQuery = graphql(`
  query NewChatLookUp($accountID: ID!, $query: String!) {
    lookUpContacts(accountID: $accountID, query: $query) { userID ...PersonFound }
  }
`);

export interface Suggestions {
  /** Contacts first, then others that the network knows; each once. */
  readonly people: readonly PersonFoundFragment[];
  readonly hasMore: boolean;
  readonly isSearching: boolean;
  readonly isLookingUp: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

/** @returns the people of an account that match what is typed. Apollo Client aborts a request whose answer is not needed any more. */
export function useSuggestions(accountID: string, typed: string): Suggestions {
  const text = typed.trim();
  const query = useDebounced(text, 200);
  const contacts = useQuery(ContactsQuery, {
    variables: { accountID, query: query || null },
    skip: accountID === '',
  });
  // Nobody wants every half-typed number to be looked up.
  const settled = useDebounced(text, 900);
  const isLookedUp = accountID !== '' && settled === text && isWorthLookingUp(settled);
  const lookUp = useQuery(LookUpQuery, { variables: { accountID, query: settled }, skip: !isLookedUp });

  const { contacts: page } = contacts.data ?? contacts.previousData ?? {};
  const found = isLookedUp ? (lookUp.data?.lookUpContacts ?? []) : [];
  const people = [...(page?.nodes ?? []), ...found].flatMap((node) =>
    node ? [getFragmentData(PersonFound, node)] : [],
  );
  return {
    people: [...new Map(people.map((person) => [person.userID, person])).values()],
    hasMore: page?.pageInfo.hasNextPage ?? false,
    isSearching: contacts.loading || query !== text,
    isLookingUp: lookUp.loading,
    error: contacts.error ?? lookUp.error,
    retry: () => void (contacts.error ? contacts.refetch() : lookUp.refetch()),
  };
}
