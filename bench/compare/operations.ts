/** One row per operation that is measured. A new one also needs an entry in the floor, and where it has fields that the others do not have, in the peers' schema. */
export interface Operation {
  /** For `--only`. */
  readonly id: string;
  readonly title: string;
  /** The hand-written proxy picks the operation by its name. */
  readonly query: string;
  readonly variables: object;
  /** Upstream calls per request. */
  readonly calls: number;
}

const error = '... on BeeperError { code message remedy retryable }';

const startInput = {
  accountID: 'local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc',
  user: { phoneNumber: '+15550101003' },
};

export const operations: readonly Operation[] = [
  {
    id: 'a',
    title: 'startChat, ID only',
    query: `mutation StartChat($input: StartChatInput!) {
  startChat(input: $input) { __typename ... on StartChatPayload { chatID status } ${error} }
}`,
    variables: { input: startInput },
    calls: 1,
  },
  {
    id: 'b',
    title: 'startChat with `chat { title }`',
    query: `mutation StartChatWithTitle($input: StartChatInput!) {
  startChat(input: $input) { __typename ... on StartChatPayload { chatID status chat { id title } } ${error} }
}`,
    variables: { input: startInput },
    calls: 2,
  },
  {
    id: 'c',
    title: 'createChat ending in a typed failure',
    query: `mutation CreateChat($input: CreateChatInput!) {
  createChat(input: $input) { __typename ... on CreateChatPayload { chatID } ${error} }
}`,
    variables: { input: { single: { accountID: 'telegram', participantID: '@nobody:beeper.com' } } },
    calls: 1,
  },
  {
    id: 'd',
    title: '`chats(first: 25)` with account, participants and last message',
    query: `query Inbox($first: Int) {
  chats(first: $first) {
    nodes {
      id title type unreadCount isMuted lastActivity
      account { id network }
      participants { total items { userID fullName isSelf } }
      lastMessage { id plainText timestamp isSender sender { fullName } }
    }
    pageInfo { hasNextPage }
  }
}`,
    variables: { first: 25 },
    calls: 2,
  },
  {
    id: 'e',
    title: 'sendMessage, IDs only',
    query: `mutation SendMessage($input: SendMessageInput!) {
  sendMessage(input: $input) { __typename ... on SendMessagePayload { chatID pendingMessageID } ${error} }
}`,
    variables: { input: { chatID: '!started:beeper.com', content: { text: 'See you at eight' } } },
    calls: 1,
  },
  {
    id: 'accounts',
    title: '`accounts`',
    query: 'query Accounts { accounts { id network status user { fullName } } }',
    variables: {},
    calls: 1,
  },
];

/** For a server whose schema has other names for the same data. */
export interface OwnDocument {
  readonly query: string;
  /** Instead of the operation's. */
  readonly variables?: object;
  /** @returns `data` under the names of the gateway's schema. Declared as a method, so that each entry can name its own shape. */
  toAnswer(data: object): object;
}

/** @returns the body of a request, as clients send it. */
export function bodyOf(operation: Operation, own?: OwnDocument): string {
  const { query, variables } = { ...operation, ...own };
  const operationName = /^\w+ (\w+)/.exec(query)?.[1];
  return JSON.stringify({ operationName, query, variables });
}
