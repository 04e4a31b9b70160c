import { contacts } from '../../resolvers/account/contacts.ts';
import { defaultPageSize } from '../../resolvers/paging/connect.ts';
import { builder } from '../builder.ts';
import { connectionType, pageOptions } from '../paging.ts';
import { atMost, idLength, idSchema, maxLength, shortTextSchema } from '../validation.ts';
import { BeeperAccount } from './account.ts';
import { BeeperUser } from './user.ts';

const BeeperUserConnection = connectionType('BeeperUser', BeeperUser, {
  item: 'contact',
  nullableNodes: false,
});

const query = {
  description: `Returns only contacts whose name, username, phone number or email address matches this text. Must not be blank.${atMost(maxLength.shortText)} If omitted, returns all contacts.`,
  validate: { schema: shortTextSchema },
} as const;

builder.queryField('contacts', (t) =>
  t.field({
    type: BeeperUserConnection,
    nullable: true,
    description:
      'Contacts of an account: people that it can start a chat with. Typically costs one upstream call. Null if they can’t be read; see `errors`.',
    ...pageOptions(t.arg, defaultPageSize.contacts, {
      accountID: t.arg.id({
        required: true,
        description: `ID of the account whose contacts to return, such as \`slackgo.T012-U034\`.${idLength}`,
        validate: { schema: idSchema },
      }),
      query: t.arg.string(query),
    }),
    resolve: (_root, { accountID, ...args }, context) => contacts(accountID, args, context),
  }),
);

builder.objectField(BeeperAccount, 'contacts', (t) =>
  t.field({
    type: BeeperUserConnection,
    nullable: true,
    description:
      'Contacts of this account: people that it can start a chat with. Typically costs one upstream call per account. Null if they can’t be read; see `errors`.',
    ...pageOptions(t.arg, defaultPageSize.contacts, { query: t.arg.string(query) }),
    resolve: ({ accountID }, args, context) => contacts(accountID, args, context),
  }),
);
