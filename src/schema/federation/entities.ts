import { account } from '../../resolvers/account/accounts.ts';
import { chat } from '../../resolvers/chat/chat.ts';
import { BeeperAccount } from '../account/account.ts';
import { builder } from '../builder.ts';
import { BeeperChat } from '../chat/chat.ts';
import { idSchema } from '../validation.ts';

/** What other subgraphs can refer to by ID, read as anything else is: an ID asked for twice is one call. */

const byID = builder.selection<{ id: string }>('id');

builder.asEntity(BeeperChat, {
  key: byID,
  resolveReference: ({ id }, context) => (isID(id) ? chat(id, context) : null),
});

builder.asEntity(BeeperAccount, {
  key: byID,
  resolveReference: ({ id }, context) => (isID(id) ? account(id, context) : null),
});

/** References come from other subgraphs: what can be no ID refers to nothing. */
const isID = (id: unknown): boolean => idSchema.safeParse(id).success;
