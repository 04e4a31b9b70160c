import { notFound } from '../server/apiError.ts';
import type { ApiRequest } from '../server/request.ts';
import type { Answer } from '../server/response.ts';
import { validate } from '../server/validate.ts';
import { dialectOf } from '../server/version.ts';
import type { Contact, WorldAccount } from '../world/model.ts';
import { accountOf } from './accounts.ts';
import { createBody, modeBody } from './bodies.ts';
import { chatMade } from './chatMade.ts';
import { checkAccount, checkFirstMessage, checkPeople } from './checks.ts';
import { startChat } from './startChat.ts';

/**
 * POST /v1/chats. Makes a new chat each time, even with people with whom there is one: that is the danger of a
 * repeated call. Throws Problems for a body that does not fit, unknown accounts and people, and what the network
 * does not allow.
 */
export function postChats(request: ApiRequest): Answer {
  const { mode } = dialectOf(request.app.version) === 'union' ? validate(modeBody, request.body, 'body') : {};
  return mode === 'start' ? startChat(request) : createChat(request);
}

function createChat(request: ApiRequest): Answer {
  const { world } = request.app;
  const body = validate(createBody, request.body, 'body');
  const account = accountOf(request, body.accountID);
  checkAccount(account);
  const others = [...new Set(body.participantIDs)].map((id) => contactOf(account, id));
  checkPeople(others, ['body', 'participantIDs']);
  checkFirstMessage(account, body.messageText);
  const { type, title, messageText } = body;
  const make = () => world.addChat(account, { type, others, title, messageText });
  return chatMade(request, { account, others, make });
}

function contactOf(account: WorldAccount, id: string): Contact {
  const contact = account.contacts.find((one) => one.id === id);
  if (!contact) throw notFound('User');
  return contact;
}
