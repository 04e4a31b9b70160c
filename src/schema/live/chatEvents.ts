import { Failure } from '../../failures.ts';
import type * as events from '../../live/events.ts';
import { chatEvents } from '../../resolvers/live/chatEvents.ts';
import { builder } from '../builder.ts';
import { BeeperChat } from '../chat/chat.ts';
import { callCost } from '../cost.ts';
import { writeFailures } from '../errors.ts';
import { BeeperMessage } from '../message/message.ts';

const BeeperLiveEvent = builder.interfaceRef<events.LiveEvent>('BeeperLiveEvent').implement({
  description: 'Fields that all events of `chatEvents` have in common.',
  fields: (t) => ({
    position: t.exposeString('position', {
      description:
        'Where the event stands among all events of your token. Send the last one that you have as `after` to go on from there.',
    }),
    index: t.exposeInt('index', {
      description:
        'Counts the events of this stream from 0. If a number is missing, something on the way, such as a router, lost an event: read again what you show.',
    }),
    occurredAt: t.expose('occurredAt', {
      type: 'DateTime',
      description: 'When it happened: as Beeper says, or when the gateway noticed it.',
    }),
  }),
});

const BeeperLiveStarted = builder.objectRef<events.Started>('BeeperLiveStarted').implement({
  description: 'The first event of a stream.',
  interfaces: [BeeperLiveEvent],
  fields: (t) => ({
    isResumed: t.exposeBoolean('isResumed', { description: 'Whether what happened since `after` follows.' }),
    isPolled: t.exposeBoolean('isPolled', { description: 'Whether the gateway looks for changes.' }),
  }),
});

const BeeperMessageUpserted = builder.objectRef<events.MessageUpserted>('BeeperMessageUpserted').implement({
  description: 'A message is new or changed.',
  interfaces: [BeeperLiveEvent],
  fields: (t) => ({
    chatID: t.exposeID('chatID', { description: 'ID of the chat.' }),
    messageID: t.exposeID('messageID', { description: 'ID of the message.' }),
    message: t.field({
      type: BeeperMessage,
      nullable: true,
      description: 'The message.',
      resolve: async () => null,
    }),
    chat: t.field({
      type: BeeperChat,
      nullable: true,
      description: 'The chat.',
      extensions: { cost: callCost },
      resolve: ({ chat }) => chat(),
    }),
  }),
});

const BeeperChatEvent = builder.unionType('BeeperChatEvent', {
  description: 'What happens in chats.',
  types: [BeeperLiveStarted, BeeperMessageUpserted, ...writeFailures],
  resolveType(event) {
    if (event instanceof Failure) return undefined;
    return { started: 'BeeperLiveStarted', messageUpserted: 'BeeperMessageUpserted' }[
      (event as events.Started | events.MessageUpserted).kind
    ];
  },
});

builder.subscriptionField('chatEvents', (t) =>
  t.field({
    type: BeeperChatEvent,
    description: 'What happens in chats.',
    args: {
      chatIDs: t.arg.idList({ description: 'Only these chats.' }),
      after: t.arg.string({ description: 'The `position` of the last event that you have.' }),
    },
    extensions: { cost: callCost },
    subscribe: (_root, args, context) => chatEvents(args, context),
    resolve: (event) => event as never,
  }),
);
