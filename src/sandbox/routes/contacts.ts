import { paginate } from '../server/paginate.ts';
import type { ApiRequest } from '../server/request.ts';
import type { Answer } from '../server/response.ts';
import { json } from '../server/response.ts';
import type { Contact, User } from '../world/model.ts';
import { accountOf } from './accounts.ts';
import { contactListQuery, contactSearchQuery, readQuery } from './queries.ts';

/** GET /v1/accounts/{accountID}/contacts: all who match, unpaged. Throws "Account not found". */
export function searchContacts(request: ApiRequest): Answer {
  const account = accountOf(request, request.params.accountID);
  const { query } = readQuery(contactSearchQuery, request.query);
  return json({ items: account.contacts.filter(matches(query)).map(toUser) });
}

/** GET /v1/accounts/{accountID}/contacts/list, in the order of the directory. Throws "Account not found". */
export function listContacts(request: ApiRequest): Answer {
  const account = accountOf(request, request.params.accountID);
  const { query, ...page } = readQuery(contactListQuery, request.query);
  const ranked = account.contacts.map((contact, index) => ({ contact, key: String(9_999_999 - index) }));
  const found = query === undefined ? ranked : ranked.filter(({ contact }) => matches(query)(contact));
  const { items, ...rest } = paginate(found, page, ({ key }) => key);
  return json({ items: items.map(({ contact }) => toUser(contact)), ...rest });
}

function matches(query: string): (contact: Contact) => boolean {
  const words = query.toLowerCase().split(/\s+/);
  return ({ id, username = '', phoneNumber = '', email = '', fullName = '' }) => {
    const text = [id, username, phoneNumber, email, fullName].join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

function toUser({ needsInvite: _, ...user }: Contact): User {
  return user;
}
