import type { Bridge } from '../../beeper/bridges/wire.ts';
import { bridge, bridgeCapabilities, bridges } from '../../resolvers/bridge/bridges.ts';
import { BeeperAccount } from '../account/account.ts';
import { BeeperBridgeProvider, toProvider } from '../account/bridge.ts';
import { builder } from '../builder.ts';
import { callCost, sharedCallCost } from '../cost.ts';
import { toKnown } from '../openEnum.ts';
import { idLength, idSchema } from '../validation.ts';
import { BeeperContactLookup } from './contactLookup.ts';
import { BeeperGroupType } from './groupType.ts';

const statuses = {
  AVAILABLE: { description: 'An account can be connected.' },
  CONNECTED: { description: 'An account is connected.' },
  LIMIT_REACHED: { description: 'No further account can be connected.' },
  TEMPORARILY_UNAVAILABLE: { description: 'No account can be connected at the moment.' },
  DISABLED: { description: 'Turned off.' },
  OTHER: { description: 'A status that this gateway does not recognize. See `rawStatus`.' },
} as const;
const toStatus = toKnown(statuses);

const BeeperBridgeStatus = builder.enumType('BeeperBridgeStatus', {
  description: 'State of a network that accounts can be connected to.',
  values: statuses,
});

const BeeperBridge = builder.objectRef<Bridge>('BeeperBridge').implement({
  description: 'A network that accounts can be connected to. Connect them in Beeper itself.',
  fields: (t) => ({
    id: t.exposeID('id', {
      description: 'ID of the bridge, such as `local-whatsapp`. Unique on this installation of Beeper.',
    }),
    type: t.exposeString('type', {
      nullable: true,
      description:
        'Network that the bridge connects to, such as `whatsapp`. Beeper may add values. Null if unknown.',
    }),
    displayName: t.exposeString('displayName', {
      nullable: true,
      description: 'Name of the bridge for display. Null if unknown.',
    }),
    network: t.exposeString('network', {
      nullable: true,
      description:
        'Name of the network under which Beeper counts accounts towards its limits. To show the network, use `displayName`. Null if Beeper sends none.',
    }),
    provider: t.field({
      type: BeeperBridgeProvider,
      nullable: true,
      description: 'Where the bridge runs. Null if unknown.',
      resolve: ({ provider }) => toProvider(provider),
    }),
    rawProvider: t.exposeString('provider', {
      nullable: true,
      description: 'Raw `provider` as sent by Beeper. Use it when `provider` is `OTHER`.',
    }),
    status: t.field({
      type: BeeperBridgeStatus,
      nullable: true,
      description: 'State of the network. Null if unknown.',
      resolve: ({ status }) => toStatus(status),
    }),
    rawStatus: t.exposeString('status', {
      nullable: true,
      description: 'Raw `status` as sent by Beeper. Use it when `status` is `OTHER`.',
    }),
    statusText: t.exposeString('statusText', {
      nullable: true,
      description: 'State as a text for display. Null if Beeper sends none.',
    }),
    supportsMultipleAccounts: t.exposeBoolean('supportsMultipleAccounts', {
      nullable: true,
      description: 'Whether more than one account can be connected. Null if unknown.',
    }),
    activeAccountCount: t.exposeInt('activeAccountCount', {
      nullable: true,
      description:
        'Number of active accounts of this network on the computer that Beeper runs on. Beeper is known to report too many: count `accounts` instead. Null if unknown.',
    }),
    accounts: t.field({
      type: [BeeperAccount],
      nullable: { list: false, items: true },
      description:
        'Accounts that are connected through the bridge, sent along with it. An account is null only behind a router, if a required field of another subgraph fails; see `errors`.',
      resolve: ({ accounts }) => accounts ?? [],
    }),
    contactLookup: t.field({
      type: BeeperContactLookup,
      nullable: true,
      description:
        'How people can be found on the network, before `startChat`. Costs one upstream call per bridge, shared with `groupTypes`. Null if unknown, or if it can’t be read; see `errors`.',
      extensions: { cost: callCost },
      resolve: async (one, _args, context) => (await bridgeCapabilities(one, context))?.contactLookup ?? null,
    }),
    groupTypes: t.field({
      type: [BeeperGroupType],
      nullable: true,
      description:
        'Types of group that can be created on the network, with the limits for `createChat`. Empty if none can. Costs one upstream call per bridge, shared with `contactLookup`. Null if unknown, or if they can’t be read; see `errors`.',
      extensions: { cost: callCost },
      resolve: async (one, _args, context) => (await bridgeCapabilities(one, context))?.groupTypes ?? null,
    }),
  }),
});

builder.queryField('bridges', (t) =>
  t.field({
    type: [BeeperBridge],
    nullable: true,
    description:
      'The networks that accounts can be connected to. Costs one upstream call. Null if they can’t be read; see `errors`. Fails with `UNSUPPORTED` before Beeper Desktop 4.3.0.',
    extensions: { cost: sharedCallCost },
    resolve: (_root, _args, context) => bridges(context),
  }),
);

builder.queryField('bridge', (t) =>
  t.field({
    type: BeeperBridge,
    nullable: true,
    description:
      'The bridge with this ID. Null if there is none, or if it can’t be read; see `errors`. Costs one upstream call for each ID. Fails with `UNSUPPORTED` before Beeper Desktop 4.3.0.',
    args: {
      id: t.arg.id({
        required: true,
        description: `ID of the bridge, such as \`local-whatsapp\`.${idLength}`,
        validate: { schema: idSchema },
      }),
    },
    extensions: { cost: callCost },
    resolve: (_root, { id }, context) => bridge(id, context),
  }),
);
