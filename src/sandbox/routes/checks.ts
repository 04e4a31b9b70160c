import { conflict, forbidden, invalid } from '../server/apiError.ts';
import { isUsable } from '../world/accounts.ts';
import type { Contact, WorldAccount } from '../world/model.ts';

/**
 * Throws a 409 unless the account is connected. No document says which status a disconnected account gives; 409 is
 * declared as a conflict with the state of the resource, and 502 as a bad answer of a bridge, which nobody asked here.
 */
export function checkAccount(account: WorldAccount): void {
  if (isUsable(account)) return;
  throw conflict(account.statusText ?? `The ${account.network} account is not connected`);
}

/**
 * Throws a 403 for somebody to whom no message can be begun, and a 422 for the playground's `invalid`.
 * `path` is where the people stand in the request.
 */
export function checkPeople(people: readonly Contact[], path: readonly (string | number)[]): void {
  for (const [index, person] of people.entries()) {
    if (person.cannotMessage) throw forbidden('This user can not be messaged');
    if (person.id !== '@invalid:playground') continue;
    const step = path.at(-1) === 'participantIDs' ? [index] : [];
    throw invalid(
      [{ code: 'custom', message: 'The network refuses this user', path: [...path, ...step] }],
      422,
    );
  }
}

/** Throws a 422 if the account's network makes no chat without a first message and there is none. */
export function checkFirstMessage(account: WorldAccount, messageText: string | undefined): void {
  if (!account.needsFirstMessage || messageText) return;
  const message = `${account.network} needs a first message to create a chat`;
  throw invalid([{ code: 'custom', message, path: ['body', 'messageText'] }], 422);
}

/** Throws a 403 if the chat would begin with an invitation and the caller wants none. */
export function checkInvite(person: Contact, allowInvite: boolean): void {
  if (person.needsInvite && !allowInvite) throw forbidden('This user can only be reached by an invitation');
}
