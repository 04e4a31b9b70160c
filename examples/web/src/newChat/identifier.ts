import { isRecord } from '../data/storage.ts';
import type { StartChatUserInput } from '../gql/graphql.ts';

/** How a network can be told a person who is not a contact. */
export type IdentifierKind = 'phoneNumber' | 'email' | 'username';

/** Somebody to start a chat with. */
export interface ChosenPerson {
  /** `id` for somebody who was found; the others for what was typed. */
  readonly kind: 'id' | IdentifierKind;
  readonly value: string;
  /** To show. */
  readonly name: string;
}

const kinds: readonly unknown[] = ['id', 'phoneNumber', 'email', 'username'];

/** @returns whether a value that was stored is somebody to start a chat with. */
export const isChosenPerson = (value: unknown): value is ChosenPerson =>
  isRecord(value) &&
  kinds.includes(value.kind) &&
  typeof value.value === 'string' &&
  typeof value.name === 'string';

/** How people can be found on a network. Null where it is unknown. */
export interface ContactLookup {
  readonly byAnyPhoneNumber: boolean | null;
  readonly byPhoneNumber: boolean | null;
  readonly byEmail: boolean | null;
  readonly byUsername: boolean | null;
}

/** @returns what a text can be besides a part of a name. */
export function identifierIn(text: string): { kind: IdentifierKind; value: string } | null {
  const value = text.trim();
  const digits = value.replace(/\D/g, '').length;
  if (/^\+?[\d\s()./-]+$/.test(value) && digits >= 5) return { kind: 'phoneNumber', value };
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return { kind: 'email', value };
  return /^@?[^\s@]+$/.test(value) ? { kind: 'username', value } : null;
}

/** @returns whether the text is worth asking the network, which can take half a minute. A word alone finds contacts only. */
export function isWorthLookingUp(text: string): boolean {
  const found = identifierIn(text);
  if (!found) return false;
  return found.kind === 'username' ? /^@../.test(found.value) : true;
}

/** @returns whether the network may know people by this. True unless it says that it does not. */
export function mayBeKnownBy(kind: IdentifierKind, lookup: ContactLookup | null | undefined): boolean {
  switch (kind) {
    case 'phoneNumber':
      return lookup?.byAnyPhoneNumber !== false || lookup.byPhoneNumber !== false;
    case 'email':
      return lookup?.byEmail !== false;
    case 'username':
      return lookup?.byUsername !== false;
    default:
      return kind satisfies never;
  }
}

/** @returns exactly one member of the input union. */
export function userInputOf({ kind, value }: ChosenPerson): StartChatUserInput {
  switch (kind) {
    case 'id':
      return { id: value };
    case 'phoneNumber':
      return { phoneNumber: value };
    case 'email':
      return { email: value };
    case 'username':
      return { username: value };
    default:
      return kind satisfies never;
  }
}
