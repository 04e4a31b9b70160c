import { createApp } from '../../src/index.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';
import { advice } from './advice.ts';

const whatsapp = 'local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc';
const patch = 'PATCH /v1/chats/{chatID}';

/** The result of a mutation, as its selection has it. */
export interface Answer {
  readonly code: string;
}

/**
 * Produces each error type on a sandbox.
 * @param operation the mutation of the page; it takes `$username` and `$key`.
 * @returns the result of the mutation by the name of the type.
 */
export async function produceErrors(operation: string): Promise<Record<string, Answer>> {
  const answers: Record<string, Answer> = {};
  await withGateway({}, async (ask, sandbox) => {
    for (const [type, { example }] of Object.entries(advice))
      if ('username' in example) answers[type] = await ask(operation, { username: example.username });

    const key = 'a-key-that-is-used-twice';
    await ask(operation, { username: 'works', key });
    answers.BeeperIdempotencyError = await ask(operation, { username: 'existing', key });

    const drafted = [...sandbox.chats.values()].find(({ draft }) => draft)?.id ?? '';
    sandbox.next(patch, { performs: true, body: { id: drafted, accountID: whatsapp, draft: null } });
    sandbox.next(patch, {
      status: 409,
      body: { message: 'Another request is changing the chat', code: 'CONFLICT' },
    });
    answers.BeeperDraftClearedError = await ask(
      `mutation ($chatID: ID!) { saveChatDraft(input: { chatID: $chatID, text: "See you", overwrite: true }) {
        __typename
        ... on BeeperError { code message remedy retryable upstreamCode }
        ... on BeeperDraftClearedError { failure { __typename message } }
      } }`,
      { chatID: drafted },
    );
  });
  await withGateway({ appVersion: '4.2.557' }, async (ask) => {
    answers.BeeperUnsupportedError = await ask(
      `mutation { markChatRead(input: { chatID: "!NCdzlIaMjZUmvmvyHU:beeper.com" }) {
        __typename
        ... on BeeperError { code message remedy retryable upstreamCode }
        ... on BeeperUnsupportedError { requiredVersion actualVersion }
      } }`,
    );
  });
  return answers;
}

type Ask = (query: string, variables?: object) => Promise<Answer>;

/** Runs `act` with a gateway on a new sandbox. */
async function withGateway(
  options: SandboxOptions,
  act: (ask: Ask, sandbox: Sandbox) => Promise<void>,
): Promise<void> {
  const sandbox = await startSandbox(options);
  const gateway = await createApp({
    BEEPER_URL: sandbox.url,
    BEEPER_ACCESS_TOKEN: sandbox.token,
    GATEWAY_STORE: 'memory:',
    HOST: '127.0.0.1',
  });
  try {
    await act(async (query, variables = {}) => {
      const response = await gateway.fetch(
        new Request('http://127.0.0.1/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query, variables }),
        }),
      );
      const { data, errors } = await response.json();
      if (errors) throw new Error(JSON.stringify(errors));
      return Object.values(data)[0] as Answer;
    }, sandbox);
  } finally {
    await gateway.close();
    await sandbox.close();
  }
}
