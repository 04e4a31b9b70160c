import { type DeletedMessage, deleteMessage } from '../../resolvers/message/deleteMessage.ts';
import { builder } from '../builder.ts';
import { keylessMutation } from '../write.ts';
import { BeeperDeleteScope } from './deleteScope.ts';
import { chatIDField, chatIDInput, messageIDInput } from './messagePlace.ts';

const DeleteMessageInput = builder.inputType('DeleteMessageInput', {
  description: 'The message to delete, and for whom.',
  fields: (t) => ({
    chatID: t.id(chatIDInput),
    messageID: t.id(messageIDInput),
    scope: t.field({
      type: BeeperDeleteScope,
      required: true,
      description:
        'For whom to delete the message. There is no default. `BeeperMessage.viewerCanDeleteFor` says what the network allows.',
    }),
  }),
});

const DeleteMessagePayload = builder.objectRef<DeletedMessage>('DeleteMessagePayload').implement({
  description: 'Beeper accepted the deletion.',
  fields: (t) => ({
    chatID: t.exposeID('chatID', chatIDField),
    messageID: t.exposeID('messageID', {
      description: 'ID of the message. Remove it from caches, or show the message as deleted.',
    }),
    scope: t.expose('scope', {
      type: BeeperDeleteScope,
      description: 'For whom the message was deleted, as in the input.',
    }),
    confirmed: t.exposeBoolean('confirmed', {
      nullable: true,
      description:
        'Whether Beeper’s answer shows the message as deleted for everyone. False if it shows the message as before. Null if the answer does not contain the message, as with Beeper Desktop. Costs no upstream call.',
    }),
  }),
});

keylessMutation(
  {
    name: 'deleteMessage',
    description:
      'Deletes a message, for everyone or only for you. Never repeated by the gateway: deleting a message again is `NOT_FOUND`. Requires Beeper Desktop 4.2.808 or newer.',
    input: DeleteMessageInput,
    inputDescription: 'The message to delete, and for whom.',
    payload: DeleteMessagePayload,
    resultDescription: 'The IDs of the deleted message, or a typed error.',
  },
  deleteMessage,
);
