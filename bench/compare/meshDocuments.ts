import type { OwnDocument } from './operations.ts';

/**
 * Mesh makes its schema from the OpenAPI document, so that the same data has other names there. Its clients join accounts
 * and senders themselves: that work is not part of the measurement.
 */

interface Account {
  readonly accountID: string;
  readonly network: string;
  readonly status: string;
  readonly user: { readonly fullName: string | null };
}

interface Person {
  readonly id: string;
  readonly fullName: string | null;
  readonly isSelf: boolean | null;
}

interface Chat {
  readonly accountID: string;
  readonly type: string;
  readonly participants: { readonly total: number; readonly items: readonly Person[] };
  readonly preview: { readonly text: string; readonly senderID: string; readonly senderName: string };
}

interface StartedChat {
  readonly __typename: string;
  readonly status: string;
}

interface Sent {
  readonly sendMessage: object;
}

interface Failure {
  readonly code: string;
  readonly message: string;
}

const statuses = [
  'ATTENTION_REQUIRED',
  'BACKFILLING',
  'CONNECTED',
  'CONNECTING',
  'CONNECTION_REQUIRED',
  'DISABLED',
  'DISCONNECTED',
  'RECONNECT_REQUIRED',
];

function toStatus(word: string): string {
  const name = word.toUpperCase().replaceAll('-', '_');
  return statuses.includes(name) ? name : 'OTHER';
}

const started = ({ startChat }: { startChat: StartedChat }) => ({
  startChat: { ...startChat, __typename: 'StartChatPayload', status: startChat.status.toUpperCase() },
});

const startDocument = (more: string) => `mutation StartChat($input: StartChat_Input) {
  startChat(input: $input) { __typename ... on StartedChat { chatID status ${more} } ... on Error { code message } }
}`;

/** By ID of the operation. An operation without an entry is not measured with Mesh. */
export const meshDocuments: Readonly<Record<string, OwnDocument>> = {
  a: { query: startDocument(''), toAnswer: started },
  b: { query: startDocument('chat { id title }'), toAnswer: started },

  c: {
    query: `mutation CreateChat($input: CreateChat_Input) {
  createChat(input: $input) { __typename ... on CreatedChat { chatID } ... on Error { code message } }
}`,
    variables: {
      input: { accountID: 'telegram', type: 'single', participantIDs: ['@nobody:beeper.com'] },
    },
    // The sentences are the gateway's own.
    toAnswer: ({ createChat: { code, message } }: { createChat: Failure }) => ({
      createChat: {
        __typename: 'BeeperNotFoundError',
        code,
        message: `Beeper did not find the account, person, chat or message in the request. Beeper says: ${message}`,
        remedy:
          'Check the account ID and the user IDs. User IDs differ between accounts and Beeper installations: take them from the contacts of this account, or use startChat with a phone number, email address or username.',
        retryable: false,
      },
    }),
  },

  d: {
    query: `query Inbox($first: Int) {
  chats(limit: $first) {
    items {
      id title type unreadCount isMuted lastActivity accountID
      participants { total items { id fullName isSelf } }
      preview { id text timestamp isSender senderID senderName }
    }
    hasMore
  }
  accounts { accountID network }
}`,
    toAnswer: ({ chats, accounts }: { chats: ChatPage; accounts: readonly Account[] }) => ({
      chats: {
        nodes: chats.items.map((chat) => toNode(chat, accounts)),
        pageInfo: { hasNextPage: chats.hasMore },
      },
    }),
  },

  e: {
    query: `mutation SendMessage($chatID: String!, $input: SendMessage_Input) {
  sendMessage(chatID: $chatID, input: $input) { __typename ... on SentMessage { chatID pendingMessageID } ... on Error { code message } }
}`,
    variables: { chatID: '!started:beeper.com', input: { text: 'See you at eight' } },
    toAnswer: ({ sendMessage }: Sent) => ({
      sendMessage: { ...sendMessage, __typename: 'SendMessagePayload' },
    }),
  },

  accounts: {
    query: 'query Accounts { accounts { accountID network status user { fullName } } }',
    toAnswer: ({ accounts }: { accounts: readonly Account[] }) => ({
      accounts: accounts.map(({ accountID, status, ...rest }) => ({
        id: accountID,
        status: toStatus(status),
        ...rest,
      })),
    }),
  },
};

interface ChatPage {
  readonly items: readonly Chat[];
  readonly hasMore: boolean;
}

function toNode({ accountID, type, participants, preview, ...rest }: Chat, accounts: readonly Account[]) {
  const account = accounts.find((one) => one.accountID === accountID);
  const { text, senderID, senderName, ...message } = preview;
  const sender = participants.items.find(({ id }) => id === senderID);
  return {
    ...rest,
    type: type.toUpperCase(),
    account: account && { id: account.accountID, network: account.network },
    participants: {
      ...participants,
      items: participants.items.map(({ id, ...person }) => ({ userID: id, ...person })),
    },
    lastMessage: { ...message, plainText: text, sender: { fullName: sender?.fullName ?? senderName } },
  };
}
