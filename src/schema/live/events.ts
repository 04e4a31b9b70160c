import type * as events from '../../live/events.ts';
import { eventChat, eventMessage } from '../../resolvers/live/eventMessage.ts';
import { builder } from '../builder.ts';
import { BeeperChat } from '../chat/chat.ts';
import { referenceCost } from '../cost.ts';
import { BeeperError } from '../errorInterface.ts';
import { errorObject } from '../errorObject.ts';
import { BeeperMessage } from '../message/message.ts';
import { isOnlyIDSelected } from '../onlyID.ts';
import { BeeperLiveGapReason } from './gapReason.ts';

const BeeperLiveEvent = builder.interfaceRef<events.LiveEvent | events.Ended>('BeeperLiveEvent').implement({
  description:
    'Fields that all events of `chatEvents` have in common. `... on BeeperLiveEvent { position index }` selects them on every event, including types that a later version adds.',
  fields: (t) => ({
    position: t.exposeString('position', {
      description:
        'Where the event stands among all events of your access token, such as `k3v9x.42`. Keep the last one: with `after: position` and the same `chatIDs`, a new subscription goes on from there. Opaque: do not compare positions. Empty in `BeeperLiveEnded` if nothing came before it and `after` was empty.',
    }),
    index: t.exposeInt('index', {
      description:
        'Counts the events of this subscription from 0, without gaps. If a number is missing, something between the gateway and you, such as a router, dropped an event: read again what you show.',
    }),
    occurredAt: t.expose('occurredAt', {
      type: 'DateTime',
      description:
        'When it happened, as Beeper says, or when the gateway noticed it: to show how old the news is. Events are not sorted by it.',
    }),
  }),
});

export const BeeperLiveStarted = builder.objectRef<events.Started>('BeeperLiveStarted').implement({
  description:
    'The first event of every subscription: from here on, nothing happens without an event. If `isResumed` is false, now read what you show, with queries; then apply the events that follow by ID.',
  interfaces: [BeeperLiveEvent],
  fields: (t) => ({
    isResumed: t.exposeBoolean('isResumed', {
      description:
        'True if everything that happened since `after` follows, so that you need not read anything again. False without `after`, and if the gateway does not know the position any more: it remembers events for about a minute, and not across a restart.',
    }),
    isPolled: t.exposeBoolean('isPolled', {
      description:
        'True if the connected Beeper sends no events, such as Beeper Desktop before 4.2.557: the gateway then looks for changes every 30 seconds, so that events are late, and several changes of a message or chat can be one event. iMessage chats are always looked at in this way, whatever this says.',
    }),
  }),
});

export const BeeperLiveGap = builder.objectRef<events.Gap>('BeeperLiveGap').implement({
  description:
    'Events are missing here, as after a lost connection to Beeper. `needsReload` says what to do.',
  interfaces: [BeeperLiveEvent],
  fields: (t) => ({
    reason: t.expose('reason', {
      type: BeeperLiveGapReason,
      description: 'Why events are missing. For logs and displays; act on `needsReload`.',
    }),
    needsReload: t.exposeBoolean('needsReload', {
      description:
        'If true, read again what you show of the chats in `chatIDs`. If false, go on: the gateway reads what changed, and sends it as events.',
    }),
    chatIDs: t.expose('chatIDs', {
      type: ['ID'],
      nullable: true,
      description: 'IDs of the chats whose events are missing. Null for all chats of the subscription.',
    }),
  }),
});

const chatIDField = { description: 'ID of the chat, the `id` of `BeeperChat`.' } as const;

/** The `chat` field of an event. */
const chatField = {
  type: BeeperChat,
  nullable: true,
  description:
    'The chat as it is now. Costs no upstream call if only `id` is selected; otherwise one call for each chat and 250 ms, which all subscriptions with your access token share. Null if the chat is gone, or if it can’t be read; see `errors`.',
  extensions: { cost: referenceCost },
} as const;

export const BeeperMessageUpserted = builder
  .objectRef<events.MessageUpserted>('BeeperMessageUpserted')
  .implement({
    description:
      'A message is new, or something about it changed: its text, its reactions, its delivery status. Put it in the place of the one with the same ID, or add it. A message that you sent through this gateway follows only after the answer of `sendMessage`; its `sentWithKey` names the optimistic copy that it replaces.',
    interfaces: [BeeperLiveEvent],
    fields: (t) => ({
      chatID: t.exposeID('chatID', chatIDField),
      messageID: t.exposeID('messageID', {
        description:
          'ID of the message, such as `1343993`. While it is being sent, a pending ID, such as `m1694783291234567`; once it is sent, events follow under its final ID.',
      }),
      message: t.field({
        type: BeeperMessage,
        nullable: true,
        description:
          'The message. Costs no upstream call if Beeper sent the message along, as it usually does, or if only `id` is selected; otherwise one call, which all subscriptions with your access token share. Null if the message is gone meanwhile, or if it can’t be read; see `errors`.',
        extensions: { cost: referenceCost },
        resolve: (event, _args, context, info) =>
          isOnlyIDSelected(info) ? ({ id: event.messageID } as never) : eventMessage(event, context),
      }),
      chat: t.field({
        ...chatField,
        resolve: (event, _args, _context, info) =>
          isOnlyIDSelected(info) ? ({ id: event.chatID } as never) : eventChat(event),
      }),
    }),
  });

export const BeeperMessageDeleted = builder
  .objectRef<events.MessageDeleted>('BeeperMessageDeleted')
  .implement({
    description:
      'A message is gone. Remove the one with this ID, if you have it. Some networks report a deletion as `BeeperMessageUpserted` with `isDeleted` instead. A pending ID is removed in this way when the message gets its final ID.',
    interfaces: [BeeperLiveEvent],
    fields: (t) => ({
      chatID: t.exposeID('chatID', chatIDField),
      messageID: t.exposeID('messageID', { description: 'ID that the message had.' }),
    }),
  });

export const BeeperChatUpserted = builder.objectRef<events.ChatUpserted>('BeeperChatUpserted').implement({
  description:
    'A chat is new, or something about it changed: its title, its unread count, whether it is archived. Put it in the place of the one with the same ID, or add it.',
  interfaces: [BeeperLiveEvent],
  fields: (t) => ({
    chatID: t.exposeID('chatID', chatIDField),
    chat: t.field({
      ...chatField,
      resolve: (event, _args, _context, info) =>
        isOnlyIDSelected(info) ? ({ id: event.chatID } as never) : eventChat(event),
    }),
  }),
});

export const BeeperChatDeleted = builder.objectRef<events.ChatDeleted>('BeeperChatDeleted').implement({
  description: 'A chat is gone. Remove the one with this ID and its messages, if you have it.',
  interfaces: [BeeperLiveEvent],
  fields: (t) => ({
    chatID: t.exposeID('chatID', { description: 'ID that the chat had.' }),
  }),
});

export const BeeperLiveEnded = builder.objectRef<events.Ended>('BeeperLiveEnded').implement({
  description:
    'The last event of a subscription that the gateway ends. If `error { retryable }` is true, subscribe again with `after: position`. Otherwise do first what `remedy` says: the access token or the gateway key may have expired.',
  interfaces: [BeeperLiveEvent],
  fields: (t) => ({
    error: t.field({
      type: BeeperError,
      description: 'Why the subscription ends.',
      resolve: ({ failure }) => errorObject(failure) as never,
    }),
  }),
});
