import { type BeeperFacts, beeper, type FeatureFacts } from '../../resolvers/server/beeper.ts';
import { builder } from '../builder.ts';
import { sharedCallCost } from '../cost.ts';

const BeeperDialect = builder.enumType('BeeperDialect', {
  description:
    'Variant of Beeper’s API for creating and starting chats, which depends on the version of Beeper Desktop. Other programs implement one of them.',
  values: {
    CREATE_ONLY: {
      value: 'create-only',
      description: 'Before 4.2.557: chats can be created but not started.',
    },
    UNION: {
      value: 'union',
      description: '4.2.557 to 4.2.807: one endpoint creates and starts chats, depending on a `mode`.',
    },
    SPLIT: {
      value: 'split',
      description:
        'From 4.2.808: one endpoint creates chats and another starts them; both return the whole chat.',
    },
  } as const,
});

const BeeperFeatureName = builder.enumType('BeeperFeatureName', {
  description: 'Something that not every version of Beeper can do.',
  values: {
    START_CHAT: {
      value: 'startChat',
      description: 'Starting a chat from a contact, as `startChat` does.',
    },
    REACTIONS: { value: 'reactions', description: 'Adding and removing reactions.' },
    LIVE_EVENTS: {
      value: 'live',
      description:
        'Events of chats and messages at the moment of a change: the subscription `chatEvents`. Without the feature, the gateway looks for changes every 30 seconds.',
    },
    EDIT_MESSAGE: { value: 'editMessage', description: 'Editing messages.' },
    SINGLE_MESSAGES: {
      value: 'singleMessages',
      description: 'Reading one message by its ID, and deleting messages.',
    },
    CHAT_STATE: {
      value: 'chatState',
      description:
        'Pins, mutes, low priority, titles, descriptions, drafts, timers of disappearing messages and read marks. Archiving and reminders work on every version.',
    },
    UPLOADS: {
      value: 'uploads',
      description: 'Sending files: `createUpload`, and `content.attachment` of `sendMessage`.',
    },
    CONTENT: {
      value: 'content',
      description: 'Showing pictures and other files: `contentURL` of `BeeperAsset`.',
    },
    BRIDGES: { value: 'bridges', description: 'Listing the networks that can be connected: `bridges`.' },
    LABELS: { value: 'labels', description: 'Labels of chats: `labels` and `filter.labelID`.' },
    MERGED_CHATS: { value: 'mergedChats', description: 'Merged chats: `BeeperChat.merge`.' },
  } as const,
});

const BeeperFeature = builder.objectRef<FeatureFacts>('BeeperFeature').implement({
  description: 'A feature of Beeper, and whether the connected Beeper has it.',
  fields: (t) => ({
    name: t.expose('name', { type: BeeperFeatureName, description: 'Which feature.' }),
    isSupported: t.exposeBoolean('isSupported', {
      nullable: true,
      description:
        'Whether the connected Beeper has the feature. Null if its version does not tell: offer the feature then, and expect `UNSUPPORTED`.',
    }),
    since: t.exposeString('since', {
      nullable: true,
      description:
        'First version of Beeper Desktop with the feature, such as `4.2.808`. Null if it is not known: it is then later than 4.3.0.',
    }),
  }),
});

const BeeperServer = builder.objectRef<BeeperFacts>('BeeperServer').implement({
  description: 'The Beeper instance that this gateway is connected to.',
  fields: (t) => ({
    appName: t.string({
      nullable: true,
      description:
        'Name of the app that serves the API, such as `Beeper`. Other programs serve it too, under version numbers of their own: compare `appVersion` with versions of Beeper Desktop only if this name begins with `Beeper`. Costs no upstream call once the gateway knows it. Null if it can’t be reached or does not report its name, as Beeper Desktop before 4.2.557.',
      extensions: { cost: sharedCallCost },
      resolve: (facts) => facts.appName(),
    }),
    appVersion: t.string({
      nullable: true,
      description:
        'Version of the app that `appName` names, such as `4.3.73`. Costs no upstream call once the gateway knows it. Null if it can’t be reached or does not report its version.',
      extensions: { cost: sharedCallCost },
      resolve: (facts) => facts.appVersion(),
    }),
    dialect: t.field({
      type: BeeperDialect,
      nullable: true,
      description:
        'API variant that the gateway uses. Costs no upstream call once the gateway knows it. Null if it is unknown: Beeper can’t be reached, another program serves its API, or what answers is not Beeper’s API.',
      extensions: { cost: sharedCallCost },
      resolve: (facts) => facts.dialect(),
    }),
    features: t.field({
      type: [BeeperFeature],
      description:
        'What not every version of Beeper can do, and whether this one can: to show or hide buttons. It follows from the version and the setting `BEEPER_API`, so it costs no upstream call once the gateway knows the version.',
      extensions: { cost: sharedCallCost },
      resolve: (facts) => facts.features(),
    }),
    sandbox: t.exposeBoolean('sandbox', {
      description:
        'True if the gateway runs on its sandbox: no real Beeper is connected, and nothing that you do reaches anyone.',
    }),
    reachable: t.boolean({
      description:
        'Whether Beeper’s API answers within 3 seconds. Says nothing about whether your access token is valid. Costs one upstream call.',
      extensions: { cost: sharedCallCost },
      resolve: (facts) => facts.reachable(),
    }),
  }),
});

builder.queryField('beeper', (t) =>
  t.field({
    type: BeeperServer,
    nullable: true,
    description:
      'The Beeper instance that this gateway is connected to. Requires no access token. Never null, except behind a router that can’t reach the gateway.',
    resolve: (_root, _args, context) => beeper(context),
  }),
);
