import type { GraphiQLOptions } from 'graphql-yoga';

const failure = `    ... on BeeperError { code message remedy retryable requestID }
    ... on BeeperInvalidInputError { issues { path message code } }`;

const createResult = `    __typename
    ... on CreateChatPayload { chatID chat { title type participants { total } } }
${failure}`;

const startResult = `    __typename
    ... on StartChatPayload { chatID status firstMessage chat { title network } }
${failure}`;

const whatsapp = 'local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc';

/** All of them work on the sandbox. With a real Beeper, replace the IDs with your own. */
const examples: readonly string[] = [
  `# Creates a direct chat with a person by their ID.
mutation CreateSingle {
  createChat(input: { single: {
    accountID: "${whatsapp}"
    participantID: "@15550101002:local-whatsapp.localhost"
  } }) {
${createResult}
  }
}
`,
  `# Creates a group chat.
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
  `# Starts a direct chat by phone number. The second time, the chat exists already and the message is not sent.
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
  `# Starts a direct chat with a contact: Beeper chooses which of the details to use.
mutation StartByContact {
  startChat(input: {
    accountID: "${whatsapp}"
    user: { contact: { fullName: "Grace", phoneNumber: "+15550101003", email: "grace@example.com" } }
  }) {
${startResult}
  }
}
`,
  `# Shows a typed error. The README lists the others that the account "playground" simulates.
mutation Failure {
  startChat(input: { accountID: "playground", user: { username: "rate-limited" } }) {
    __typename
    ... on BeeperRateLimitedError { retryAfterSeconds }
${failure}
  }
}
`,
];

/**
 * @param keys whether callers need a gateway key.
 * @returns title, tabs and headers that GraphiQL shows at first.
 */
export function graphiqlOptions({ sandbox, keys }: { sandbox: boolean; keys: boolean }): GraphiQLOptions {
  const about = 'query Beeper {\n  beeper { appVersion dialect reachable sandbox }\n}\n';
  return {
    title: sandbox ? 'Beeper GraphQL (sandbox)' : 'Beeper GraphQL',
    defaultTabs: (sandbox ? examples : [about, ...examples]).map((query) => ({ query })),
    // Headers contain tokens, which must not be stored in the browser.
    shouldPersistHeaders: false,
    defaultHeaders: JSON.stringify(
      {
        ...(keys && { 'x-gateway-key': 'YOUR_GATEWAY_KEY' }),
        ...(!sandbox && { authorization: 'Bearer YOUR_BEEPER_ACCESS_TOKEN' }),
      },
      null,
      2,
    ),
  };
}
