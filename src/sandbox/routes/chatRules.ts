import { conflict, forbidden, invalidRequest } from '../server/apiError.ts';
import { isUsable } from '../world/accounts.ts';
import type { Contact, WorldAccount } from '../world/model.ts';

/**
 * No document names the status for a disconnected account. 409 is declared as a conflict with the state of the
 * resource; 502 is a bad response of a bridge, and this request does not reach one.
 *
 * @throws {ApiError} 409 unless the account is connected.
 */
export function checkAccount(account: WorldAccount): void {
  if (isUsable(account)) return;
  throw conflict(account.statusText ?? `The ${account.network} account is not connected`);
}

/**
 * @param path where the request names the people: `['body', 'participantIDs']` or `['body', 'user']`.
 * @throws {ApiError} 403 for a person who cannot be messaged, 422 for the playground contact `invalid`.
 */
export function checkPeople(people: readonly Contact[], path: readonly (string | number)[]): void {
  for (const [index, person] of people.entries()) {
    if (person.cannotMessage) throw forbidden('This user cannot be messaged');
    if (person.id !== '@invalid:playground') continue;
    const step = path.at(-1) === 'participantIDs' ? [index] : [];
    throw invalidRequest(
      [{ code: 'custom', message: 'The network rejects this user', path: [...path, ...step] }],
      422,
    );
  }
}

/** @throws {ApiError} 422 if the network requires a first message to create a chat and there is none. */
export function checkFirstMessage(account: WorldAccount, messageText: string | undefined): void {
  if (!account.needsFirstMessage || messageText) return;
  const message = `${account.network} requires a first message to create a chat`;
  throw invalidRequest([{ code: 'custom', message, path: ['body', 'messageText'] }], 422);
}

/** @throws {ApiError} 403 if the chat requires an invitation and the caller does not allow one. */
export function checkInvite(person: Contact, allowInvite: boolean): void {
  if (person.needsInvite && !allowInvite) throw forbidden('This user can only be reached by an invitation');
}
