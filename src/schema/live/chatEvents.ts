import * as z from 'zod';
import type { Ended, LiveEvent } from '../../live/events.ts';
import { chatEvents, EndedByEvent } from '../../resolvers/live/chatEvents.ts';
import { builder } from '../builder.ts';
import { callCost } from '../cost.ts';
import { idListSchema, maxIDs, maxLength, positionSchema } from '../validation.ts';
import { ifValid } from './args.ts';
import {
  BeeperChatDeleted,
  BeeperChatUpserted,
  BeeperLiveEnded,
  BeeperLiveGap,
  BeeperLiveStarted,
  BeeperMessageDeleted,
  BeeperMessageUpserted,
} from './events.ts';

const typeNames: Record<(LiveEvent | Ended)['kind'], string> = {
  started: 'BeeperLiveStarted',
  gap: 'BeeperLiveGap',
  messageUpserted: 'BeeperMessageUpserted',
  messageDeleted: 'BeeperMessageDeleted',
  chatUpserted: 'BeeperChatUpserted',
  chatDeleted: 'BeeperChatDeleted',
  ended: 'BeeperLiveEnded',
};

const BeeperChatEvent = builder.unionType('BeeperChatEvent', {
  description:
    'One event of `chatEvents`: the beginning, something that happened to a chat or a message, a gap, or the end. Select `__typename`, and pass over events of a type that you do not know.',
  types: [
    BeeperLiveStarted,
    BeeperLiveGap,
    BeeperMessageUpserted,
    BeeperMessageDeleted,
    BeeperChatUpserted,
    BeeperChatDeleted,
    BeeperLiveEnded,
  ],
  resolveType: (event) => typeNames[event.kind],
});

const argsSchema = z.looseObject({
  chatIDs: idListSchema(maxIDs.chats).nullish(),
  after: positionSchema.nullish(),
});

builder.subscriptionField('chatEvents', (t) =>
  t.field({
    type: BeeperChatEvent,
    description:
      'What happens in your chats, as it happens. Wait for `BeeperLiveStarted`, then read what you show with queries, then apply each event by its IDs: put what it brings in the place of what has the same ID. One subscription is enough for a whole page. After a lost connection, subscribe again with `after`: what you missed follows, or the first event says that you have to read again. Ends only with `BeeperLiveEnded`, whose `error` says why; if that is `retryable`, subscribe again.',
    args: {
      chatIDs: t.arg.idList({
        description: `Only events of these chats: 1 to ${maxIDs.chats} values of \`id\` or \`localChatID\`, each of at most ${maxLength.id} characters. Null for all chats. A chat that Beeper does not know is told as \`BeeperChatDeleted\`.`,
      }),
      after: t.arg.string({
        description:
          'The `position` of the last event that you have, to go on from there. Null or empty to begin now. With other `chatIDs` than before, it is not known. If the gateway does not know it any more, `BeeperLiveStarted` has `isResumed: false`: read again what you show.',
      }),
    },
    extensions: { cost: callCost },
    subscribe: (_root, args, context, info) =>
      new EndedByEvent(
        ifValid(argsSchema, args, info, context, () => chatEvents(args, context)),
        args.after ?? '',
      ),
    resolve: (event) => event as never,
  }),
);
