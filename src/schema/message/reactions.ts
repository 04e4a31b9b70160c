import {
  type AddedReaction,
  addReaction,
  type ChangedReaction,
  removeReaction,
} from '../../resolvers/message/reactions.ts';
import { builder } from '../builder.ts';
import { atMost, maxLength, reactionKeySchema, removedReactionKeySchema } from '../validation.ts';
import { confirmedField, creatingMutation, keylessMutation, replayedField } from '../write.ts';
import { chatIDField, chatIDInput, messageIDField, messageIDInput } from './messagePlace.ts';
import { messageErrorField, writtenMessageField } from './writtenMessage.ts';

const AddReactionInput = builder.inputType('AddReactionInput', {
  description: 'The message to react to, and the reaction.',
  fields: (t) => ({
    chatID: t.id(chatIDInput),
    messageID: t.id(messageIDInput),
    reactionKey: t.string({
      required: true,
      description: `An emoji, such as \`❤️\`, or the network’s name of a custom reaction, such as \`party-parrot\`. Reaches Beeper unchanged. \`BeeperChatCapabilities.allowedReactions\` lists what a network allows. Must not be blank.${atMost(maxLength.reactionKey)}`,
      validate: { schema: reactionKeySchema },
    }),
  }),
});

const RemoveReactionInput = builder.inputType('RemoveReactionInput', {
  description: 'The message, and the reaction to remove from it.',
  fields: (t) => ({
    chatID: t.id(chatIDInput),
    messageID: t.id(messageIDInput),
    reactionKey: t.string({
      required: true,
      description: `The \`reactionKey\` of your reaction, such as \`❤️\`. Must not be blank, \`.\` or \`..\`.${atMost(maxLength.reactionKey)}`,
      validate: { schema: removedReactionKeySchema },
    }),
  }),
});

const reactionKeyField = { description: 'The reaction, as in the input.' } as const;

const confirmedReaction = {
  ...confirmedField('message'),
  description:
    'Whether `message` shows the change. False if `message` is as before: Beeper queues the change, so that it can still follow. Null if `message` is not selected, or if it has the reaction but does not tell whose it is. Variation selector 16 of an emoji makes no difference. Costs no upstream call.',
} as const;

const AddReactionPayload = builder.objectRef<AddedReaction>('AddReactionPayload').implement({
  description: 'Beeper queued the reaction.',
  fields: (t) => ({
    chatID: t.exposeID('chatID', chatIDField),
    messageID: t.exposeID('messageID', messageIDField),
    reactionKey: t.exposeString('reactionKey', reactionKeyField),
    message: t.field(writtenMessageField),
    messageError: t.field(messageErrorField),
    confirmed: t.boolean(confirmedReaction),
    replayed: t.exposeBoolean('replayed', replayedField),
  }),
});

const RemoveReactionPayload = builder.objectRef<ChangedReaction>('RemoveReactionPayload').implement({
  description: 'Beeper queued the removal of the reaction, or there was none to remove.',
  fields: (t) => ({
    chatID: t.exposeID('chatID', chatIDField),
    messageID: t.exposeID('messageID', messageIDField),
    reactionKey: t.exposeString('reactionKey', reactionKeyField),
    message: t.field(writtenMessageField),
    messageError: t.field(messageErrorField),
    confirmed: t.boolean(confirmedReaction),
  }),
});

creatingMutation(
  {
    name: 'addReaction',
    description:
      'Reacts to a message. Beeper queues the reaction, so that a read right after it may not show it yet. The idempotency key is also sent to Beeper, as the transaction ID of the reaction. Requires Beeper Desktop 4.2.557 or newer.',
    input: AddReactionInput,
    inputDescription: 'The message to react to, and the reaction.',
    payload: AddReactionPayload,
    resultDescription: 'The reaction, or a typed error.',
  },
  addReaction,
);

keylessMutation(
  {
    name: 'removeReaction',
    description:
      'Removes your reaction from a message. Running it twice has the same effect as running it once. Beeper queues the change, so that a read right after it may not show it yet. Requires Beeper Desktop 4.2.557 or newer.',
    input: RemoveReactionInput,
    inputDescription: 'The message, and the reaction to remove from it.',
    payload: RemoveReactionPayload,
    resultDescription: 'The removed reaction, or a typed error.',
  },
  removeReaction,
);
