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
  { text: 'Prefers messages in the morning.', author: katherine },
  { text: 'Asked for a quote; call back on Monday.', author: margaret },
  { text: 'Knows the product well.', author: katherine },
  { text: 'Met us at the conference in Lisbon.', author: margaret },
];

/** The last one does not exist in Beeper. */
export const watchedChatIDs = [
  '!NCdzlIaMjZUmvmvyHU:beeper.com',
  '!whatsapp_15550101003:ba_EvYD.local-whatsapp.localhost',
  '!deleted:beeper.com',
];

/** @returns the employee responsible for the account, or null. */
export function ownerOf(accountID: string): Employee | null {
  return owners.get(accountID) ?? null;
}

/** @returns one or two notes, for any chat ID and always the same ones. */
export function notesOn(chatID: string): readonly Note[] {
  const [first = 0, parity = 0] = createHash('sha256').update(chatID).digest();
  const indexes = (parity % 2 ? [first, first + 1] : [first]).map((index) => index % notes.length);
  return indexes.flatMap((index) => {
    const note = notes[index];
    return note ? [{ id: `${chatID}/note-${index}`, ...note }] : [];
  });
}
