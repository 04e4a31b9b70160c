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

const failure = `    ... on BeeperError { code message remedy retryable requestID }
    ... on BeeperInvalidInputError { issues { path message code } }`;

const createResult = `    __typename
    ... on CreateChatPayload { chatID chat { title type participants { total } } chatError { code message } }
${failure}`;

const startResult = `    __typename
    ... on StartChatPayload { chatID status firstMessage chat { title network } chatError { code message } }
${failure}`;

/** Nothing in them exists, so that running them unchanged reaches nobody: 555-0123 is a fictional number. */
const beeperTabs: readonly Tab[] = [
  accounts,
  inbox,
  contacts('YOUR-ACCOUNT-ID'),
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
];

const whatsapp = 'local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc';

const sandboxTabs: readonly Tab[] = [
  accounts,
  inbox,
  contacts(whatsapp),
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
    query: `# Shows a typed error. The README lists the others that the account "playground" simulates.
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
