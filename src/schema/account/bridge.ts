import type { Account } from '../../beeper/accounts/wire.ts';
import { builder } from '../builder.ts';
import { toKnown } from '../openEnum.ts';

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

export const BeeperAccountBridge = builder
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
