import type { Contact } from './model.ts';

/** A merged contact: candidates for one person's identifiers. */
export interface UserHint {
  id?: string | undefined;
  username?: string | undefined;
  phoneNumber?: string | undefined;
  email?: string | undefined;
  fullName?: string | undefined;
}

/** Whether there is anything by which somebody can be found: a full name alone only ranks. */
export function identifies(hint: UserHint): boolean {
  return Boolean(hint.id || hint.username || hint.phoneNumber || hint.email);
}

/**
 * The person meant by the hint, or undefined. An ID is taken as it is; else the first of username, phone number
 * and e-mail that anybody has decides, and among several who share it the full name does.
 */
export function resolveUser(contacts: readonly Contact[], hint: UserHint): Contact | undefined {
  if (hint.id) return contacts.find((contact) => contact.id === hint.id);
  const ways = [
    by(hint.username, (contact) => contact.username, plainHandle),
    by(hint.phoneNumber, (contact) => contact.phoneNumber, plainPhone),
    by(hint.email, (contact) => contact.email, plainText),
  ];
  for (const way of ways) {
    const found = contacts.filter(way);
    if (found.length > 0)
      return found.find(by(hint.fullName, (contact) => contact.fullName, plainText)) ?? found[0];
  }
  return undefined;
}

function by(
  wanted: string | undefined,
  read: (contact: Contact) => string | undefined,
  plain: (text: string) => string,
): (contact: Contact) => boolean {
  if (!wanted) return () => false;
  const target = plain(wanted);
  return (contact) => target === plain(read(contact) ?? '');
}

const plainText = (text: string) => text.trim().toLowerCase();
const plainHandle = (text: string) => plainText(text).replace(/^@/, '');

// E.164 is preferred, not required: a number without its plus sign or country code is read as a North American one.
function plainPhone(text: string): string {
  const numbers = text.replaceAll(/\D/g, '');
  return text.trim().startsWith('+') || numbers.length !== 10 ? numbers : `1${numbers}`;
}
