import { toStatus } from './status.js';

/**
 * Resolvers over a client of Beeper in the context, as one writes them for any GraphQL server. The client has
 * `accounts()`, `chats(first)`, `chat(id)`, `startChat(body)`, `createChat(body)` and `sendMessage(chatID, body)`, and sends
 * one request for the accounts however often they are asked for.
 */
export const resolvers = {
  Query: {
    accounts: (_, __, { beeper }) => beeper.accounts(),
    chats: (_, { first }, { beeper }) => beeper.chats(first),
  },

  Mutation: {
    startChat: (_, { input: { accountID, user } }, { beeper }) =>
      written('StartChatPayload', beeper.startChat({ accountID, user: user.contact ?? user })),

    createChat(_, { input: { single, group } }, { beeper }) {
      const { accountID, title, messageText } = single ?? group;
      const created = beeper.createChat({
        accountID,
        type: single ? 'single' : 'group',
        participantIDs: single ? [single.participantID] : group.participantIDs,
        title,
        messageText,
      });
      return written('CreateChatPayload', created);
    },

    sendMessage(_, { input: { chatID, content, replyToMessageID } }, { beeper }) {
      const { text, attachment } = content;
      const sent = beeper.sendMessage(chatID, {
        text: text ?? attachment.caption,
        attachment: attachment && { uploadID: attachment.uploadID },
        replyToMessageID,
      });
      return written('SendMessagePayload', sent);
    },
  },

  StartChatPayload: {
    status: ({ status }) => status.toUpperCase(),
    chat: ({ chatID }, _, { beeper }) => beeper.chat(chatID),
  },

  CreateChatPayload: {
    chat: ({ chatID }, _, { beeper }) => beeper.chat(chatID),
  },

  BeeperChatConnection: {
    nodes: ({ items }) => items,
    pageInfo: ({ hasMore }) => ({ hasNextPage: hasMore }),
  },

  BeeperChat: {
    type: ({ type }) => type.toUpperCase(),
    async account({ accountID }, _, { beeper }) {
      const accounts = await beeper.accounts();
      return accounts.find((account) => account.accountID === accountID);
    },
    lastMessage: ({ preview, participants }) => preview && { ...preview, participants },
  },

  BeeperMessage: {
    plainText: ({ text }) => text,
    sender: ({ senderID, senderName, participants }) =>
      participants.items.find(({ id }) => id === senderID) ?? { id: senderID, fullName: senderName },
  },

  BeeperParticipant: { userID: ({ id }) => id },
  BeeperUser: { userID: ({ id }) => id },

  BeeperAccount: {
    id: ({ accountID }) => accountID,
    status: ({ status }) => toStatus(status),
  },
};

/** A person or account that Beeper does not know is part of the answer; any other failure is an error. */
async function written(typename, payload) {
  try {
    return { __typename: typename, ...(await payload) };
  } catch (error) {
    const { status, body } = responseOf(error);
    if (status !== 404) throw error;
    return {
      __typename: 'BeeperNotFoundError',
      code: 'NOT_FOUND',
      message: `Beeper did not find the account, person, chat or message in the request. Beeper says: ${body.message}`,
      remedy:
        'Check the account ID and the user IDs. User IDs differ between accounts and Beeper installations: take them from the contacts of this account, or use startChat with a phone number, email address or username.',
      retryable: false,
    };
  }
}

/** Apollo's data source throws a GraphQL error with the response in its extensions. */
const responseOf = (error) => error.extensions?.response ?? error;
