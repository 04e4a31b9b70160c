import type { Account } from '../../beeper/accounts/wire.ts';
import { builder } from '../builder.ts';
import { toKnown } from '../openEnum.ts';

const providers = {
  CLOUD: { description: 'Runs in Beeper’s cloud.' },
  SELF_HOSTED: { description: 'Runs on a server that the user operates.' },
  LOCAL: { description: 'Runs on the same computer as Beeper.' },
  PLATFORM_SDK: { description: 'Uses an API of the operating system, such as iMessage on macOS.' },
  OTHER: { description: 'A provider that this gateway does not recognize. See `rawProvider`.' },
} as const;
export const toProvider = toKnown(providers);

export const BeeperBridgeProvider = builder.enumType('BeeperBridgeProvider', {
  description: 'Where a bridge runs.',
  values: providers,
});

export const BeeperAccountBridge = builder
  .objectRef<NonNullable<Account['bridge']>>('BeeperAccountBridge')
  .implement({
    description: 'The bridge that connects an account to its network.',
    fields: (t) => ({
      bridgeID: t.exposeID('id', {
        nullable: true,
        description:
          'ID of the bridge, such as `local-whatsapp`. Several accounts can share a bridge. Null if unknown.',
      }),
      type: t.exposeString('type', {
        nullable: true,
        description:
          'Network that the bridge connects to, such as `whatsapp`. Beeper may add values. Null if unknown.',
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
    }),
  });
