import { isRecord } from '../data/storage.ts';
import type { CreateChatInput, StartChatInput } from '../gql/graphql.ts';
import { type ChosenPerson, isChosenPerson, userInputOf } from './identifier.ts';

/** What the form holds. */
export interface ChatDraft {
  readonly accountID: string;
  readonly people: readonly ChosenPerson[];
  readonly title: string;
  readonly messageText: string;
}

export const emptyDraft: ChatDraft = { accountID: '', people: [], title: '', messageText: '' };

/** @returns the draft that was stored. A field that has another form than today’s is empty. */
export function draftOf(stored: unknown): ChatDraft {
  if (!isRecord(stored)) return emptyDraft;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    accountID: text(stored.accountID),
    people: Array.isArray(stored.people) ? stored.people.filter(isChosenPerson) : [],
    title: text(stored.title),
    messageText: text(stored.messageText),
  };
}

/** One person is a chat that may exist already; several are a new group. */
export type ChatRequest =
  | { readonly mutation: 'startChat'; readonly input: StartChatInput }
  | { readonly mutation: 'createChat'; readonly input: CreateChatInput };

/** Limits of a network for a new group. Null where there is none, or where it is unknown. */
interface GroupType {
  readonly name: { readonly isRequired: boolean | null; readonly maxLength: number | null } | null;
  readonly participants: { readonly maxLength: number | null } | null;
}

/** What keeps a draft from being sent, at the field where it can be changed. */
interface Problems {
  readonly account: string | null;
  readonly people: string | null;
  readonly title: string | null;
}

/** @returns the mutation that a draft becomes. Null without people. */
export function requestOf({ accountID, people, title, messageText }: ChatDraft): ChatRequest | null {
  const [first, ...others] = people;
  if (!first) return null;
  // A blank text is no text; the gateway rejects it as a mistake.
  const text = messageText.trim() === '' ? {} : { messageText };
  if (others.length === 0) {
    return { mutation: 'startChat', input: { accountID, user: userInputOf(first), ...text } };
  }
  const participantIDs = people.map(({ value }) => value);
  const named = title.trim() === '' ? {} : { title: title.trim() };
  return { mutation: 'createChat', input: { group: { accountID, participantIDs, ...named, ...text } } };
}

/**
 * @param groupTypes the groups that the network can create; null if unknown.
 * @returns what has to change before a draft can be sent. The gateway has the last word.
 */
export function problemsOf(draft: ChatDraft, groupTypes: readonly GroupType[] | null | undefined): Problems {
  const account = draft.accountID === '' ? 'A chat needs an account.' : null;
  const [group] = groupTypes ?? [];
  const isUntitled = draft.people.length > 1 && draft.title.trim() === '' && group?.name?.isRequired === true;
  return {
    account,
    people: problemOfPeople(draft.people, groupTypes),
    title: isUntitled ? 'This network requires a title.' : null,
  };
}

function problemOfPeople(
  people: readonly ChosenPerson[],
  groupTypes: readonly GroupType[] | null | undefined,
): string | null {
  if (people.length < 2) return people.length === 0 ? 'Choose somebody.' : null;
  if (groupTypes?.length === 0) return 'Groups can’t be created on this network. Choose one person.';
  const typed = people.find(({ kind }) => kind !== 'id');
  if (typed) return `A group can only have people from the list. Remove ${typed.name}.`;
  const most = groupTypes?.[0]?.participants?.maxLength ?? null;
  return most !== null && people.length > most
    ? `A group on this network can have at most ${most} people.`
    : null;
}
