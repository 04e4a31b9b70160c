import type { GraphiQLOptions } from 'graphql-yoga';

interface Tab {
  readonly query: string;
  /** JSON. */
  readonly variables?: string;
}

const accounts: Tab = {
  query: `# Your accounts. Other operations take \`id\` as \`accountID\`.
query Accounts {
  accounts { id network status statusText isUsable }
}
`,
};

const inbox: Tab = {
  query: `# Newest activity first. To continue, pass \`endCursor\` as \`after\`.
query Inbox {
  chats(first: 25) {
    nodes { id title network unreadCount lastMessage { plainText timestamp sender { fullName } } }
    pageInfo { hasNextPage endCursor }
  }
}
`,
};

const contacts = (accountID: string): Tab => ({
  query: `# The contacts of one account. Add \`query\` to search.
query Contacts($accountID: ID!) {
  contacts(accountID: $accountID, first: 10) {
    nodes { userID fullName phoneNumber }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  variables: toJSON({ accountID }),
});

const inboxWithUnread: Tab = {
  query: `# What is unread, newest activity first. \`lastMessage\` would cost a call per chat here.
query InboxWithUnread {
  searchChats(filter: { unreadOnly: true }, first: 25) {
    nodes { id title network unreadCount unreadMentionsCount isMarkedUnread isMuted }
    pageInfo { hasNextPage endCursor }
  }
}
`,
};

const search = (words: string): Tab => ({
  query: `# Chats by title, groups by the people in them, and messages by the words in them, in one call.
query Search($query: String!) {
  search(query: $query) {
    chats { id title }
    inGroups { id title }
    messages { nodes { id chatID plainText timestamp sender { fullName } } }
  }
}
`,
  variables: toJSON({ query: words }),
});

const chatEvents: Tab = {
  query: `# What happens in your chats, as it happens. Run it again to end it.
subscription ChatEvents {
  chatEvents {
    __typename
    ... on BeeperLiveEvent { position }
    ... on BeeperLiveStarted { isPolled }
    ... on BeeperLiveGap { reason needsReload }
    ... on BeeperMessageUpserted { chatID messageID message { plainText sender { fullName } } }
    ... on BeeperMessageDeleted { chatID messageID }
    ... on BeeperChatUpserted { chatID chat { title unreadCount lastMessage { plainText } } }
    ... on BeeperChatDeleted { chatID }
    ... on BeeperLiveEnded { error { code message remedy retryable } }
  }
}
`,
};

/** The chat is the sandbox's with one message of each kind, or one to be named. */
const pictures = (chatID: string): Tab => ({
  query: `# Pictures and files. Each \`contentURL\` opens in the browser for an hour; \`url\` is elsewhere on the web.
query PicturesAndFiles($chatID: ID!) {
  chat(id: $chatID) {
    title
    imgURL { contentURL url }
    messages(first: 50) {
      nodes {
        attachments { fileName mimeType size { width height } srcURL { contentURL url } posterImg { contentURL } }
      }
    }
  }
}
`,
  variables: toJSON({ chatID }),
});

const createUpload: Tab = {
  query: `# Returns an address for a file: send it by \`curl --upload-file notes.txt ADDRESS\`. The answer has the \`uploadID\` for sendMessage.
mutation CreateUpload {
  createUpload(input: { fileName: "notes.txt", mimeType: "text/plain", sizeBytes: 5 }) {
    __typename
    ... on CreateUploadPayload { url expiresAt maxBytes }
    ... on BeeperError { code message remedy retryable requestID }
  }
}
`,
};

const failure = `    ... on BeeperError { code message remedy retryable requestID }
    ... on BeeperInvalidInputError { issues { path message code } }`;

const createResult = `    __typename
    ... on CreateChatPayload { chatID chat { title type participants { total } } chatError { code message } }
${failure}`;

const startResult = `    __typename
    ... on StartChatPayload { chatID status firstMessage chat { title network } chatError { code message } }
${failure}`;

/** `message` needs an alias: errors have a `message` of another type. */
const sendResult = `    __typename
    ... on SendMessagePayload { chatID pendingMessageID replayed sent: message { plainText sendStatus { status } } messageError { code message } }
${failure}`;

const reactionResult = `    __typename
    ... on AddReactionPayload { messageID reactionKey replayed reactedTo: message { plainText reactions { reactionKey participantID } } }
${failure}`;

/** Nothing in them exists, so that running them unchanged reaches nobody: 555-0123 is a fictional number. */
const beeperTabs: readonly Tab[] = [
  accounts,
  inbox,
  inboxWithUnread,
  search('dinner'),
  chatEvents,
  contacts('YOUR-ACCOUNT-ID'),
  pictures('ID-OF-A-CHAT'),
  {
    query: `# Creates a direct chat with a person by their ID. Replace the variables with IDs of your own.
mutation CreateChat($input: CreateChatInput!) {
  createChat(input: $input) {
${createResult}
  }
}
`,
    variables: toJSON({
      input: { single: { accountID: 'YOUR-ACCOUNT-ID', participantID: 'ID-OF-A-CONTACT' } },
    }),
  },
  {
    query: `# Finds the direct chat with a person, or creates it. Replace the variables with your own.
mutation StartChat($input: StartChatInput!) {
  startChat(input: $input) {
${startResult}
  }
}
`,
    variables: toJSON({ input: { accountID: 'YOUR-ACCOUNT-ID', user: { phoneNumber: '+1 202 555 0123' } } }),
  },
  {
    query: `# Sends a message. Replace the variables with your own. With an \`idempotencyKey\`, it is sent once, however often you run this.
mutation SendMessage($input: SendMessageInput!, $idempotencyKey: String) {
  sendMessage(input: $input, idempotencyKey: $idempotencyKey) {
${sendResult}
  }
}
`,
    variables: toJSON({ input: { chatID: 'ID-OF-A-CHAT', content: { text: 'Hello!' } } }),
  },
  {
    query: `# Reacts to a message. Replace the variables with your own.
mutation React($input: AddReactionInput!) {
  addReaction(input: $input) {
${reactionResult}
  }
}
`,
    variables: toJSON({
      input: { chatID: 'ID-OF-A-CHAT', messageID: 'ID-OF-A-MESSAGE', reactionKey: '\u{1F44D}' },
    }),
  },
  createUpload,
];

const whatsapp = 'local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc';

const kishan = '!NCdzlIaMjZUmvmvyHU:beeper.com';

const sandboxTabs: readonly Tab[] = [
  accounts,
  inbox,
  inboxWithUnread,
  search('dinner'),
  chatEvents,
  contacts(whatsapp),
  pictures('!specimens:beeper.com'),
  {
    query: `# Creates a direct chat with a person by their ID.
mutation CreateSingle {
  createChat(input: { single: {
    accountID: "${whatsapp}"
    participantID: "@15550101002:local-whatsapp.localhost"
  } }) {
${createResult}
  }
}
`,
  },
  {
    query: `# Creates a group chat.
mutation CreateGroup {
  createChat(input: { group: {
    accountID: "${whatsapp}"
    participantIDs: ["@15550101002:local-whatsapp.localhost", "@15550101003:local-whatsapp.localhost"]
    title: "Analytical engines"
  } }) {
${createResult}
  }
}
`,
  },
  {
    query: `# Starts a direct chat by phone number. The second time, the chat exists already and the message is not sent.
mutation StartByPhone {
  startChat(input: {
    accountID: "${whatsapp}"
    user: { phoneNumber: "+1 555 010-1002" }
    messageText: "Hello!"
  }) {
${startResult}
  }
}
`,
  },
  {
    query: `# Starts a direct chat with a contact: Beeper chooses which of the details to use.
mutation StartByContact {
  startChat(input: {
    accountID: "${whatsapp}"
    user: { contact: { fullName: "Grace", phoneNumber: "+15550101003", email: "grace@example.com" } }
  }) {
${startResult}
  }
}
`,
  },
  {
    query: `# Sends a message. With the \`idempotencyKey\`, it is sent once, however often you run this: change the key to send another.
mutation Send {
  sendMessage(
    input: { chatID: "${kishan}", content: { text: "Shall we have **dinner** on Friday?" } }
    idempotencyKey: "change-me-for-another-message"
  ) {
${sendResult}
  }
}
`,
  },
  {
    query: `# Reacts to the last message that the chat had when the sandbox started.
mutation React {
  addReaction(input: { chatID: "${kishan}", messageID: "1300003", reactionKey: "\u{1F44D}" }) {
${reactionResult}
  }
}
`,
  },
  createUpload,
  {
    query: `# Shows a typed error. docs/errors.md lists the others that the account "playground" simulates.
mutation Failure {
  startChat(input: { accountID: "playground", user: { username: "rate-limited" } }) {
    __typename
    ... on BeeperRateLimitedError { retryAfterSeconds }
${failure}
  }
}
`,
  },
];

interface Setup {
  readonly sandbox: boolean;
  /** Whether callers need a gateway key. */
  readonly needsKey: boolean;
  /** Whether callers need a token for Beeper, because the gateway has none. */
  readonly needsToken: boolean;
}

/** @returns title, tabs and headers that GraphiQL shows at first. */
export function graphiqlOptions({ sandbox, needsKey, needsToken }: Setup): GraphiQLOptions {
  return {
    title: sandbox ? 'Beeper GraphQL (sandbox)' : 'Beeper GraphQL',
    defaultTabs: [...(sandbox ? sandboxTabs : beeperTabs)],
    // Headers contain tokens, which must not be stored in the browser.
    shouldPersistHeaders: false,
    defaultHeaders: toJSON({
      ...(needsKey && { 'x-gateway-key': 'YOUR_GATEWAY_KEY' }),
      ...(needsToken && { authorization: 'Bearer YOUR_BEEPER_ACCESS_TOKEN' }),
    }),
  };
}

/** As GraphiQL formats it. */
function toJSON(value: object): string {
  return JSON.stringify(value, null, 2);
}
