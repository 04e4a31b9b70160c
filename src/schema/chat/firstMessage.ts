import type { WithFirstMessage } from '../../resolvers/chat/firstMessage.ts';
import { builder } from '../builder.ts';

const BeeperFirstMessage = builder.enumType('BeeperFirstMessage', {
  description: 'What happened to the `messageText` of `createChat` or `startChat`.',
  values: {
    NOT_REQUESTED: { description: '`messageText` was not given.' },
    SENT: {
      description:
        'Beeper accepted the message together with the new chat, and reports no failure. It can still fail later; see `sendStatus` of the message.',
    },
    NOT_SENT_CHAT_EXISTED: {
      description: 'The message was not sent, because the chat already existed.',
    },
    FAILED: {
      description: 'The chat is there, and Beeper reports that sending the message failed.',
    },
    UNKNOWN: {
      description:
        'Beeper does not report whether the message was sent. Check the chat before you send it again. Also returned for a text that begins with `/` if the server is not Beeper’s own app: it may have taken the text for a command and dropped it.',
    },
  },
});

/** The `firstMessage` field of the payload of every mutation that takes a `messageText`. */
export const firstMessageField = {
  type: BeeperFirstMessage,
  description:
    'Whether the first message, `messageText`, was sent. Unless it is `SENT` or `NOT_REQUESTED`, look into the chat before you send it with `sendMessage`.',
  resolve: (payload: WithFirstMessage) => payload.firstMessage(),
} as const;
