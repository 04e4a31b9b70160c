import * as z from 'zod';
import { paginate } from '../server/paginate.ts';
import { limitParam, pageParams } from '../server/querySchemas.ts';
import { json } from '../server/response.ts';
import { defineRoute } from '../server/route.ts';
import { sinceVersion } from '../server/version.ts';
import type { Contact, User } from '../world/model.ts';
import { lookUp } from '../world/resolveUser.ts';
import { findAccount } from './lookup.ts';
import { toWireAccount } from './wire/account.ts';

export const accountRoutes = [
  // Responds with a bare array.
  defineRoute({
    method: 'GET',
    path: '/v1/accounts',
    handler: ({ app }) => json(app.world.accounts.map((account) => toWireAccount(account, app.version))),
  }),

  defineRoute({
    method: 'GET',
    path: '/v1/accounts/{accountID}',
    since: sinceVersion.accountStatus,
    handler: ({ app, params }) => json(toWireAccount(findAccount(app, params.accountID), app.version)),
  }),

  // Not paged.
  defineRoute({
    method: 'GET',
    path: '/v1/accounts/{accountID}/contacts',
    query: z.object({ query: z.string().min(1) }),
    handler({ app, params, query }) {
      const { contacts } = findAccount(app, params.accountID);
      const found = lookUp(contacts, query.query) ?? contacts.filter(matcherFor(query.query));
      return json({ items: found.map(toUser) });
    },
  }),

  // In the order of the directory.
  defineRoute({
    method: 'GET',
    path: '/v1/accounts/{accountID}/contacts/list',
    query: z.object({ ...pageParams, limit: limitParam(200, 50), query: z.string().min(1).optional() }),
    handler({ app, params, query: { query, ...page } }) {
      const { contacts } = findAccount(app, params.accountID);
      const ranked = contacts.map((contact, index) => ({ contact, key: String(9_999_999 - index) }));
      const matches = query === undefined ? () => true : matcherFor(query);
      const found = ranked.filter(({ contact }) => matches(contact));
      const { items, ...rest } = paginate(
        found,
        { ...page, paging: app.paging, repeatsEnd: app.repeatsEnd },
        ({ key }) => key,
      );
      return json({ items: items.map(({ contact }) => toUser(contact)), ...rest });
    },
  }),
];

function matcherFor(query: string): (contact: Contact) => boolean {
  const words = query.toLowerCase().split(/\s+/);
  return ({ id, username = '', phoneNumber = '', email = '', fullName = '' }) => {
    const text = [id, username, phoneNumber, email, fullName].join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

function toUser({ needsInvite: _, ...user }: Contact): User {
  return user;
}
