import { type BeeperFacts, beeper } from '../../resolvers/server/beeper.ts';
import { builder } from '../builder.ts';

const BeeperDialect = builder.enumType('BeeperDialect', {
  description: 'In which form Beeper’s API creates and starts chats; it changed over the versions.',
  values: {
    CREATE_ONLY: { value: 'create-only', description: 'Before 4.2.557: creates chats, can’t start them.' },
    UNION: { value: 'union', description: '4.2.557 to 4.2.807: one route for both, told apart by a mode.' },
    SPLIT: {
      value: 'split',
      description: 'Since 4.2.808: a route for each, and the answer is the whole chat.',
    },
  } as const,
});

const BeeperServer = builder.objectRef<BeeperFacts>('BeeperServer').implement({
  description: 'The Beeper that this gateway talks to.',
  fields: (t) => ({
    appVersion: t.string({
      nullable: true,
      description: 'The app’s version, such as `4.3.73`; null where it can’t be asked or does not say.',
      resolve: (facts) => facts.appVersion(),
    }),
    dialect: t.field({
      type: BeeperDialect,
      nullable: true,
      description:
        'What the gateway speaks with it; null where that can’t be told, since Beeper can’t be asked or is another program.',
      resolve: (facts) => facts.dialect(),
    }),
    sandbox: t.exposeBoolean('sandbox', {
      description: 'True on the sandbox: no real Beeper is connected, nothing that you do reaches anyone.',
    }),
    reachable: t.boolean({
      description: 'Whether Beeper answers now, within 3 s. It does not tell whether your token is good.',
      resolve: (facts) => facts.reachable(),
    }),
  }),
});

builder.queryField('beeper', (t) =>
  t.field({
    type: BeeperServer,
    description: 'The Beeper that this gateway talks to. Needs no token.',
    resolve: (_root, _args, context) => beeper(context),
  }),
);
