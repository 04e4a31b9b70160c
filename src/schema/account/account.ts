import type { Account } from '../../beeper/accounts/wire.ts';
import { account, accounts } from '../../resolvers/account/accounts.ts';
import { builder } from '../builder.ts';
import { idSchema } from '../validation.ts';
import { BeeperAccountBridge } from './bridge.ts';
import { BeeperAccountStatus, isUsable, toStatus } from './status.ts';
import { BeeperUser } from './user.ts';

export const BeeperAccount = builder.objectRef<Account>('BeeperAccount').implement({
  description: 'One login on one network: where chats are created and people are found.',
  fields: (t) => ({
    id: t.exposeID('accountID', { description: 'The account’s ID, as all inputs take it in `accountID`.' }),
    loginID: t.exposeID('loginID', {
      nullable: true,
      description: 'The login at the bridge, which can hold several accounts. It can be a phone number.',
    }),
    network: t.exposeString('network', {
      nullable: true,
      description: 'The network’s name, for display: `WhatsApp`.',
    }),
    bridge: t.expose('bridge', {
      type: BeeperAccountBridge,
      nullable: true,
      description: 'What connects the account; null before app 4.2.785.',
    }),
    status: t.field({
      type: BeeperAccountStatus,
      nullable: true,
      description: 'How it stands with its network; null before app 4.3.',
      resolve: ({ status }) => toStatus(status),
    }),
    rawStatus: t.exposeString('status', {
      nullable: true,
      description: 'The same in Beeper’s own word; of use where `status` is `OTHER`.',
    }),
    statusText: t.exposeString('statusText', {
      nullable: true,
      description: 'The state as a text for people.',
    }),
    isUsable: t.boolean({
      description:
        'Whether it is worth trying to create chats and to write now: false while it is connecting, disconnected, disabled or waits for a login.',
      resolve: ({ status }) => isUsable(status),
    }),
    user: t.expose('user', { type: BeeperUser, nullable: true, description: 'Who you are on this network.' }),
    capabilities: t.expose('capabilities', {
      type: 'JSON',
      nullable: true,
      description: 'What the account can do, as Beeper tells it at run time; without a fixed form.',
    }),
  }),
});

builder.queryField('accounts', (t) =>
  t.field({
    type: [BeeperAccount],
    description: 'All accounts, connected or not. One call to Beeper, however often they are asked for.',
    resolve: (_root, _args, context) => accounts(context),
  }),
);

builder.queryField('account', (t) =>
  t.field({
    type: BeeperAccount,
    nullable: true,
    description: 'The account with this ID; null where there is none.',
    args: { id: t.arg.id({ required: true, description: 'An account ID.', validate: { schema: idSchema } }) },
    resolve: (_root, { id }, context) => account(id, context),
  }),
);
