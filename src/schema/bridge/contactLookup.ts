import type { ContactLookup } from '../../beeper/bridges/wire.ts';
import { builder } from '../builder.ts';

const nullable = true;

export const BeeperContactLookup = builder.objectRef<ContactLookup>('BeeperContactLookup').implement({
  description: 'How people can be found on a network.',
  fields: (t) => ({
    canStartChats: t.exposeBoolean('create_dm', {
      nullable,
      description: 'Whether a direct chat can be started with somebody who was found. Null if unknown.',
    }),
    byPhoneNumber: t.exposeBoolean('lookup_phone', {
      nullable,
      description: 'Whether people are found by their phone number. Null if unknown.',
    }),
    byAnyPhoneNumber: t.exposeBoolean('any_phone', {
      nullable,
      description:
        'Whether a chat can be started with any phone number, also of people who are not contacts. Null if unknown.',
    }),
    byEmail: t.exposeBoolean('lookup_email', {
      nullable,
      description: 'Whether people are found by their email address. Null if unknown.',
    }),
    byUsername: t.exposeBoolean('lookup_username', {
      nullable,
      description: 'Whether people are found by their username. Null if unknown.',
    }),
    bySearch: t.exposeBoolean('search', {
      nullable,
      description: 'Whether people are found by words, such as a part of their name. Null if unknown.',
    }),
    listsContacts: t.exposeBoolean('contact_list', {
      nullable,
      description: 'Whether the network lists all contacts of an account. Null if unknown.',
    }),
  }),
});
