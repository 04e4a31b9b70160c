import { type FailureData, type Issue, issuesAt, issuesOf } from '../failures/Failure.ts';

/** Where the fields of the form are in the input of `startChat` and of `createChat`. */
const places = {
  account: [['accountID'], ['group', 'accountID']],
  people: [['user'], ['group', 'participantIDs']],
  title: [['group', 'title']],
  message: [['messageText'], ['group', 'messageText']],
} as const;

/** What the gateway says about a field. Null if nothing. */
type FieldIssues = Record<keyof typeof places, string | null>;

/** @returns the problems with each field, and those that belong to none. */
export function issuesByField(failure: FailureData | null): {
  fields: FieldIssues;
  others: readonly Issue[];
} {
  const at = (field: keyof typeof places) =>
    places[field].flatMap((path) => issuesAt(failure, 'input', ...path));
  const text = (field: keyof typeof places) =>
    at(field)
      .map(({ message }) => message)
      .join(' ') || null;
  const placed = (Object.keys(places) as (keyof typeof places)[]).flatMap(at);
  return {
    fields: {
      account: text('account'),
      people: text('people'),
      title: text('title'),
      message: text('message'),
    },
    others: failure ? issuesOf(failure).filter((issue) => !placed.includes(issue)) : [],
  };
}
