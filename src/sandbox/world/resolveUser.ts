import type { Contact } from './model.ts';

/** A merged contact: candidate identifiers of one person. */
export interface UserHint {
  id?: string | undefined;
  username?: string | undefined;
  phoneNumber?: string | undefined;
  email?: string | undefined;
  fullName?: string | undefined;
}

/** A full name alone identifies nobody: it only ranks candidates. */
export function identifies(hint: UserHint): boolean {
  return Boolean(hint.id || hint.username || hint.phoneNumber || hint.email);
}

/**
 * Finds the contact that the hint describes. An ID must match exactly. Without an ID, the first of username, phone
 * number and email that matches any contact decides; if several contacts match it, the full name selects one.
 */
export function resolveUser(contacts: readonly Contact[], hint: UserHint): Contact | undefined {
  if (hint.id) return contacts.find((contact) => contact.id === hint.id);
  const found = candidates(contacts, hint);
  return found.find(by(hint.fullName, (contact) => contact.fullName, normalizeText)) ?? found[0];
}

/**
 * What GET /v1/accounts/{accountID}/contacts looks up on the network, where only exact matches are found: a username with
 * a leading `@`, a phone number or an email address. Null for other words, which find known contacts.
 */
export function lookUp(contacts: readonly Contact[], query: string): readonly Contact[] | null {
  if (query.startsWith('@')) return candidates(contacts, { username: query });
  if (/^\+[\d ().-]+$/.test(query)) return candidates(contacts, { phoneNumber: query });
  return query.includes('@') ? candidates(contacts, { email: query }) : null;
}

function candidates(contacts: readonly Contact[], hint: UserHint): readonly Contact[] {
  const matchers = [
    by(hint.username, (contact) => contact.username, normalizeUsername),
    by(hint.phoneNumber, (contact) => contact.phoneNumber, normalizePhone),
    by(hint.email, (contact) => contact.email, normalizeText),
  ];
  return matchers.map((matcher) => contacts.filter(matcher)).find(({ length }) => length > 0) ?? [];
}

function by(
  wanted: string | undefined,
  read: (contact: Contact) => string | undefined,
  normalize: (text: string) => string,
): (contact: Contact) => boolean {
  if (!wanted) return () => false;
  const target = normalize(wanted);
  return (contact) => target === normalize(read(contact) ?? '');
}

const normalizeText = (text: string) => text.trim().toLowerCase();
const normalizeUsername = (text: string) => normalizeText(text).replace(/^@/, '');

// E.164 is preferred, not required: ten digits without a plus sign are read as a North American number.
function normalizePhone(text: string): string {
  const digits = text.replaceAll(/\D/g, '');
  return text.trim().startsWith('+') || digits.length !== 10 ? digits : `1${digits}`;
}
