import { account } from '../../resolvers/account/account.ts';
import { chat } from '../../resolvers/chat/chat.ts';
import { BeeperAccount } from '../account/account.ts';
import { builder } from '../builder.ts';
import { BeeperChat } from '../chat/chat.ts';
import { idSchema } from '../validation.ts';

const byID = builder.selection<{ id: string }>('id');

builder.asEntity(BeeperChat, {
  key: byID,
  resolveReference: ({ id }, context) => (isID(id) ? chat(id, context) : null),
});

builder.asEntity(BeeperAccount, {
  key: byID,
  resolveReference: ({ id }, context) => (isID(id) ? account(id, context) : null),
});

/** References are sent by a router and skip the rules for arguments; a value that can't be an ID matches nothing. */
const isID = (id: unknown): boolean => idSchema.safeParse(id).success;
