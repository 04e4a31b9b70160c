import { message } from '../../resolvers/message/message.ts';
import { messageChat } from '../../resolvers/message/messageChat.ts';
import { repliedTo } from '../../resolvers/message/repliedTo.ts';
import { builder } from '../builder.ts';
import { BeeperChat } from '../chat/chat.ts';
import { callCost, referenceCost } from '../cost.ts';
import { isOnlyIDSelected } from '../onlyID.ts';
import { idLength, idSchema } from '../validation.ts';
import { BeeperMessage } from './message.ts';
import { chatIDInput } from './messagePlace.ts';

builder.objectFields(BeeperMessage, (t) => ({
  chat: t.field({
    type: BeeperChat,
    nullable: true,
    description:
      'The chat that contains the message. Costs no upstream call for a message that was read in this chat or found by a search, or if only `id` is selected; otherwise one for each chat. Null if Beeper does not know the chat, or if it can’t be read; see `errors`.',
    extensions: { cost: referenceCost },
    resolve: (found, _args, context, info) =>
      isOnlyIDSelected(info)
        ? { ...found.chat, id: found.chatID ?? found.chat.id }
        : messageChat(found, context),
  }),
  repliedTo: t.field({
    type: BeeperMessage,
    nullable: true,
    description:
      'The message that this message replies to. A deleted one has no text. Costs one upstream call for each message. Null if this message is no reply, if the other one is gone, if it can’t be read (see `errors`), and before Beeper Desktop 4.2.808, which does not tell what a message replies to. A server that can’t read single messages finds it only among the newest 20 or so messages of the chat.',
    extensions: { cost: callCost },
    resolve: (found, _args, context) => repliedTo(found, context),
  }),
}));

builder.queryField('message', (t) =>
  t.field({
    type: BeeperMessage,
    nullable: true,
    description:
      'The message with this ID, also if it is hidden or deleted. Null if Beeper does not know the chat or the message, or if it can’t be read; see `errors`. Before Beeper Desktop 4.2.808 only the newest 20 or so messages of the chat are found. Costs one upstream call for each ID.',
    args: {
      chatID: t.arg.id(chatIDInput),
      id: t.arg.id({
        required: true,
        description: `ID of the message, such as \`1343993\`, or the pending ID with which it was sent, such as \`m1694783291234567\`.${idLength}`,
        validate: { schema: idSchema },
      }),
    },
    extensions: { cost: callCost },
    resolve: (_root, { chatID, id }, context) => message(chatID, id, context),
  }),
);
