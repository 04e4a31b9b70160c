import type { Account } from '../../beeper/accounts/wire.ts';
import { account } from '../../resolvers/account/account.ts';
import { accounts } from '../../resolvers/account/accounts.ts';
import { builder } from '../builder.ts';
import { sharedCallCost } from '../cost.ts';
import { idLength, idSchema } from '../validation.ts';
import { BeeperAccountBridge } from './bridge.ts';
import { BeeperAccountStatus, isUsable, toStatus } from './status.ts';
import { BeeperUser } from './user.ts';

export const BeeperAccount = builder.objectRef<Account>('BeeperAccount').implement({
  description: 'A login to one network. Every chat and every contact belongs to an account.',
  fields: (t) => ({
    id: t.exposeID('accountID', {
      description:
        'ID of the account, such as `slackgo.T012-U034` or `local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc`. Inputs take it as `accountID`. Opaque, and unique on this installation of Beeper.',
    }),
    loginID: t.exposeID('loginID', {
      nullable: true,
      description:
        'ID of the login at the bridge, such as `T012-U034`, or a phone number such as `15550101001`. One login can hold several accounts. Null if unknown.',
    }),
    network: t.exposeString('network', {
      nullable: true,
      description: 'Display name of the network, such as `WhatsApp`. Null if unknown.',
    }),
    bridge: t.expose('bridge', {
      type: BeeperAccountBridge,
      nullable: true,
      description:
        'The bridge that connects the account to its network. Null if unknown, as before Beeper Desktop 4.2.785.',
    }),
    status: t.field({
      type: BeeperAccountStatus,
      nullable: true,
      description: 'Connection state of the account. Null if unknown, as before Beeper Desktop 4.3.',
      resolve: ({ status }) => toStatus(status),
    }),
    rawStatus: t.exposeString('status', {
      nullable: true,
      description: 'Raw `status` as sent by Beeper. Use it when `status` is `OTHER`.',
    }),
    statusText: t.exposeString('statusText', {
      nullable: true,
      description: 'Connection state as a text for display. Null if Beeper sends none.',
    }),
    isUsable: t.boolean({
      description:
        'Whether creating chats and sending messages can be expected to work now. False if `status` is `CONNECTING`, `CONNECTION_REQUIRED`, `RECONNECT_REQUIRED`, `DISCONNECTED` or `DISABLED`. True otherwise, including when `status` is null or `OTHER`.',
      resolve: ({ status }) => isUsable(status),
    }),
    user: t.expose('user', {
      type: BeeperUser,
      nullable: true,
      description: 'Your own identity on this network. Null if unknown.',
    }),
    capabilities: t.expose('capabilities', {
      type: 'JSON',
      nullable: true,
      description:
        'Capabilities of the account as reported by Beeper at run time: a JSON object without a fixed shape. What can be done in a chat is in its own `capabilities`, with types. Null if unknown.',
    }),
  }),
});

builder.queryField('accounts', (t) =>
  t.field({
    type: [BeeperAccount],
    nullable: true,
    description:
      'All accounts, connected or not. Costs one upstream call per request, shared by all fields that read accounts. Null if they can’t be read; see `errors`.',
    extensions: { cost: sharedCallCost },
    resolve: (_root, _args, context) => accounts(context),
  }),
);

builder.queryField('account', (t) =>
  t.field({
    type: BeeperAccount,
    nullable: true,
    description:
      'The account with this ID. Null if there is none, or if accounts can’t be read; see `errors`. Costs one upstream call per request, shared by all fields that read accounts.',
    args: {
      id: t.arg.id({
        required: true,
        description: `ID of the account, such as \`slackgo.T012-U034\`.${idLength}`,
        validate: { schema: idSchema },
      }),
    },
    extensions: { cost: sharedCallCost },
    resolve: (_root, { id }, context) => account(id, context),
  }),
);
