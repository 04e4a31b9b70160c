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

/** Each works as it stands on the sandbox; on a real Beeper, IDs of your own belong in their places. */
const examples: readonly string[] = [
  `# Create a direct chat with a person whose ID you know.
mutation CreateSingle {
  createChat(input: { single: {
    accountID: "${whatsapp}"
    participantID: "@15550101002:local-whatsapp.localhost"
  } }) {
${createResult}
  }
}
`,
  `# Create a group.
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
  `# Write to a phone number. Run it twice: the second time the chat exists, and the message is not sent.
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
  `# Write to a person by all that you know of them: Beeper picks the identifier that works best.
mutation StartByContact {
  startChat(input: {
    accountID: "${whatsapp}"
    user: { contact: { fullName: "Grace", phoneNumber: "+15550101003", email: "grace@example.com" } }
  }) {
${startResult}
  }
}
`,
  `# A failure, on purpose. The README lists the others that the account "playground" can play.
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
 * @param keys whether callers need one.
 * @returns what GraphiQL opens with.
 */
export function graphiqlOptions({ sandbox, keys }: { sandbox: boolean; keys: boolean }): GraphiQLOptions {
  const about = 'query Beeper {\n  beeper { appVersion dialect reachable sandbox }\n}\n';
  return {
    title: sandbox ? 'Beeper GraphQL (sandbox)' : 'Beeper GraphQL',
    defaultTabs: (sandbox ? examples : [about, ...examples]).map((query) => ({ query })),
    // Headers hold tokens: they are not kept in the browser.
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
