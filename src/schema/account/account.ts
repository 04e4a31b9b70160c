import type { Account } from '../../beeper/accounts/wire.ts';
import { account, accounts } from '../../resolvers/account/accounts.ts';
import { builder } from '../builder.ts';
import { toKnown } from '../openEnum.ts';
import { idSchema } from '../validation.ts';
import { BeeperUser } from './user.ts';

const statuses = {
  CONNECTED: { description: 'Connected and up to date.' },
  CONNECTING: { description: 'On its way; wait.' },
  BACKFILLING: { description: 'Connected; older messages are still being fetched.' },
  CONNECTION_REQUIRED: { description: 'Never connected: the person must log in, in Beeper.' },
  RECONNECT_REQUIRED: { description: 'Logged out by the network: the person must log in again, in Beeper.' },
  ATTENTION_REQUIRED: { description: 'Something wants the person’s attention; `statusText` says what.' },
  DISCONNECTED: { description: 'Not connected now.' },
  DISABLED: { description: 'Switched off by the person.' },
  OTHER: { description: 'A state that this gateway does not know yet; `rawStatus` names it.' },
} as const;
const toStatus = toKnown(statuses);

/** In these states nothing can be created or sent; in any other, also a new one, it is worth trying. */
const unusable = ['CONNECTING', 'CONNECTION_REQUIRED', 'RECONNECT_REQUIRED', 'DISCONNECTED', 'DISABLED'];

const BeeperAccountStatus = builder.enumType('BeeperAccountStatus', {
  description: 'How an account stands with its network.',
  values: statuses,
});

const providers = {
  CLOUD: { description: 'Runs in Beeper’s cloud.' },
  SELF_HOSTED: { description: 'Runs on a server of the person’s own.' },
  LOCAL: { description: 'Runs on the computer that Beeper runs on.' },
  PLATFORM_SDK: { description: 'Uses what the operating system offers, as iMessage on a Mac.' },
  OTHER: { description: 'A kind that this gateway does not know yet; `rawProvider` names it.' },
} as const;
const toProvider = toKnown(providers);

const BeeperBridgeProvider = builder.enumType('BeeperBridgeProvider', {
  description: 'Where a bridge runs.',
  values: providers,
});

const BeeperAccountBridge = builder
  .objectRef<NonNullable<Account['bridge']>>('BeeperAccountBridge')
  .implement({
    description: 'What connects an account with its network.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: true, description: 'The bridge’s ID: `local-whatsapp`.' }),
      type: t.exposeString('type', {
        nullable: true,
        description: 'The network in one word, of an open set: `whatsapp`.',
      }),
      provider: t.field({
        type: BeeperBridgeProvider,
        nullable: true,
        description: 'Where it runs.',
        resolve: ({ provider }) => toProvider(provider),
      }),
      rawProvider: t.exposeString('provider', {
        nullable: true,
        description: 'The same in Beeper’s own word; of use where `provider` is `OTHER`.',
      }),
    }),
  });

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
      resolve: ({ status }) => !unusable.includes(toStatus(status) ?? ''),
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
