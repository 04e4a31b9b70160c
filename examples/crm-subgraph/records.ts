import { createHash } from 'node:crypto';

export interface Employee {
  readonly id: string;
  readonly name: string;
}

export interface Note {
  readonly id: string;
  readonly text: string;
  readonly author: Employee;
}

const katherine = { id: 'katherine', name: 'Katherine Johnson' };
const margaret = { id: 'margaret', name: 'Margaret Hamilton' };

const owners: ReadonlyMap<string, Employee> = new Map([
  ['matrix', margaret],
  ['slackgo.T012-U034', margaret],
  ['local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc', katherine],
]);

const notes = [
  { text: 'Prefers to be written to in the morning.', author: katherine },
  { text: 'Asked for an offer; call back on Monday.', author: margaret },
  { text: 'Knows the product well.', author: katherine },
  { text: 'Met at the conference in Lisbon.', author: margaret },
];

/** The chats that somebody keeps an eye on; the last was deleted in Beeper. */
export const watchedChatIDs = [
  '!NCdzlIaMjZUmvmvyHU:beeper.com',
  '!whatsapp_15550101003:ba_EvYD.local-whatsapp.localhost',
  '!deleted:beeper.com',
];

/** @returns who answers for the account with this ID, or null. */
export function ownerOf(accountID: string): Employee | null {
  return owners.get(accountID) ?? null;
}

/** @returns one or two notes on the chat with this ID: on any chat, and always the same on the same one. */
export function notesOn(chatID: string): readonly Note[] {
  const [start = 0, more = 0] = createHash('sha256').update(chatID).digest();
  const numbers = more % 2 ? [start, start + 1] : [start];
  return numbers.flatMap((number) => {
    const note = notes[number % notes.length];
    return note ? [{ id: `${chatID}/note-${number % notes.length}`, ...note }] : [];
  });
}
