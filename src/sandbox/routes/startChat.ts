import { invalid, notFound } from '../server/apiError.ts';
import type { ApiRequest } from '../server/request.ts';
import type { Answer } from '../server/response.ts';
import { validate } from '../server/validate.ts';
import { identifies, resolveUser } from '../world/resolveUser.ts';
import { accountOf } from './accounts.ts';
import { startBody } from './bodies.ts';
import { chatMade } from './chatMade.ts';
import { checkAccount, checkFirstMessage, checkInvite, checkPeople } from './checks.ts';

/**
 * POST /v1/chats/start, and POST /v1/chats with `mode: "start"`. Gives the direct chat with this person if there is
 * one, and then drops the first message without a word, as running apps do. Throws Problems for a body that does not
 * fit, unknown accounts and people, and what the network does not allow.
 */
export function startChat(request: ApiRequest): Answer {
  const { world } = request.app;
  const { user, messageText, ...body } = validate(startBody, request.body, 'body');
  const account = accountOf(request, body.accountID);
  checkAccount(account);
  if (!identifies(user)) {
    const message = 'At least one of id, username, phoneNumber and email is needed';
    throw invalid([{ code: 'custom', message, path: ['body', 'user'] }]);
  }
  const person = resolveUser(account.contacts, user);
  if (!person) throw notFound('User');
  const others = [person];
  const existing = world.directChat(account.accountID, person.id);
  if (existing) return chatMade(request, { account, others, make: () => existing, status: 'existing' });

  checkPeople(others, ['body', 'user']);
  checkInvite(person, body.allowInvite);
  checkFirstMessage(account, messageText);
  const make = () => world.addChat(account, { type: 'single', others, messageText });
  return chatMade(request, { account, others, make, status: 'created' });
}
