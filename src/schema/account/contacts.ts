import { contacts } from '../../resolvers/account/contacts.ts';
import { defaultPageSize } from '../../resolvers/paging.ts';
import { builder } from '../builder.ts';
import { connectionType, pagingArgs } from '../paging.ts';
import { idSchema, nonBlankText, singleDirection } from '../validation.ts';
import { BeeperAccount } from './account.ts';
import { BeeperUser } from './user.ts';

const BeeperUserConnection = connectionType('BeeperUser', BeeperUser, {
  of: 'people whom an account knows',
  nullableNodes: false,
});

const query = {
  description:
    'Words that the person’s name, handle, number or address holds; left out, everybody is listed.',
  validate: { schema: nonBlankText },
} as const;

builder.queryField('contacts', (t) =>
  t.field({
    type: BeeperUserConnection,
    description: 'The people whom an account knows, to choose from whom to write to.',
    args: {
      accountID: t.arg.id({ required: true, description: 'Whose people.', validate: { schema: idSchema } }),
      query: t.arg.string(query),
      ...pagingArgs(t.arg, defaultPageSize.contacts),
    },
    validate: singleDirection,
    resolve: (_root, { accountID, ...args }, context) => contacts(accountID, args, context),
  }),
);

builder.objectField(BeeperAccount, 'contacts', (t) =>
  t.field({
    type: BeeperUserConnection,
    nullable: true,
    description:
      'The people whom this account knows. Null where they can’t be read, with an error on this path.',
    args: { query: t.arg.string(query), ...pagingArgs(t.arg, defaultPageSize.contacts) },
    validate: singleDirection,
    resolve: ({ accountID }, args, context) => contacts(accountID, args, context),
  }),
);
