import { describe, expect, test } from 'vitest';
import { ada, kishan, whatsapp } from '../support/people.ts';
import { federations, startGraph } from './graph.ts';

const createChat = `
  mutation ($input: CreateChatInput!) {
    createChat(input: $input) {
      __typename
      ... on CreateChatPayload { chatID chat { title notes { text } } chatError { __typename code retryable } }
      ... on BeeperError { code message remedy retryable requestID }
      ... on BeeperInvalidInputError { issues { path message code } }
      ... on BeeperRateLimitedError { retryAfterSeconds }
      ... on BeeperUpstreamError { httpStatus upstreamCode }
    }
  }`;

const startChat = `
  mutation ($input: StartChatInput!) {
    startChat(input: $input) {
      __typename
      ... on BeeperError { code message remedy retryable requestID }
      ... on BeeperUnsupportedError { requiredVersion actualVersion }
    }
  }`;

const single = { single: { accountID: whatsapp, participantID: ada.id } };
const playground = (contact: string) => ({
  single: { accountID: 'playground', participantID: `@${contact}:playground` },
});

const rows = [
  [
    'a rate limit',
    playground('rate-limited'),
    { __typename: 'BeeperRateLimitedError', code: 'RATE_LIMITED', retryable: true, retryAfterSeconds: 7 },
  ],
  [
    'input that breaks a rule of the gateway',
    { group: { accountID: whatsapp, participantIDs: [] } },
    {
      __typename: 'BeeperInvalidInputError',
      code: 'INVALID_INPUT',
      retryable: false,
      issues: [
        { path: ['input', 'group', 'participantIDs'], message: expect.any(String), code: expect.any(String) },
      ],
    },
  ],
  [
    'input that Beeper rejects',
    playground('invalid'),
    {
      __typename: 'BeeperInvalidInputError',
      code: 'INVALID_INPUT',
      retryable: false,
      issues: [
        { path: ['input', 'single', 'participantID'], message: expect.any(String), code: expect.any(String) },
      ],
    },
  ],
  [
    'a failure of Beeper',
    playground('crash'),
    {
      __typename: 'BeeperUpstreamError',
      code: 'UPSTREAM_ERROR',
      retryable: false,
      httpStatus: 500,
      upstreamCode: 'INTERNAL_ERROR',
    },
  ],
  [
    'an unknown outcome',
    playground('cut'),
    { __typename: 'BeeperOutcomeUnknownError', code: 'OUTCOME_UNKNOWN', retryable: false },
  ],
] as const;

const text = expect.stringMatching(/./);

describe.each(federations)('$router over the supergraph of $composer', (federation) => {
  test.each(rows)('%s is returned as its error type with all fields', async (_, input, expected) => {
    await using graph = await startGraph(federation);

    const { data, errors } = await graph.ask(createChat, { input });

    expect(errors).toBeUndefined();
    expect(data?.createChat).toEqual({ message: text, remedy: text, requestID: text, ...expected });
  });

  test('an unsupported operation is returned with the required and the actual version', async () => {
    await using graph = await startGraph(federation, { dialect: 'create-only' });

    const { data, errors } = await graph.ask(startChat, {
      input: { accountID: whatsapp, user: { id: ada.id } },
    });

    expect(errors).toBeUndefined();
    expect(data?.startChat).toEqual({
      __typename: 'BeeperUnsupportedError',
      code: 'UNSUPPORTED',
      retryable: false,
      requiredVersion: '4.2.557',
      actualVersion: '4.2.500',
      message: text,
      remedy: text,
      requestID: text,
    });
    expect(graph.writes()).toEqual([]);
  });

  test('if reading the chat fails after a write, the payload is returned with chatError, and without a top-level error', async () => {
    await using graph = await startGraph(federation, { dialect: 'union' });
    graph.sandbox.next('GET /v1/chats/{chatID}', { status: 500 });

    const { status, data, errors } = await graph.ask(createChat, { input: single });

    expect(status).toBe(200);
    expect(data?.createChat).toEqual({
      __typename: 'CreateChatPayload',
      chatID: expect.stringMatching(/^!/),
      chat: null,
      chatError: { __typename: 'BeeperUpstreamError', code: 'UPSTREAM_ERROR', retryable: false },
    });
    expect(errors).toBeUndefined();
    expect(graph.writes()).toHaveLength(1);
  });

  test('an error of a query has its code, remedy, request ID and path', async () => {
    await using graph = await startGraph(federation);
    graph.sandbox.always('GET /v1/chats/{chatID}', { status: 429, headers: { 'retry-after': '7' } });

    const { status, headers, data, errors } = await graph.ask(
      'query ($id: ID!) { chat(id: $id) { title notes { text } } }',
      {
        id: kishan.chatID,
      },
    );

    expect(status).toBe(200);
    expect(data).toEqual({ chat: null });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('limits the rate of requests'),
      path: ['chat'],
      extensions: { code: 'RATE_LIMITED', retryable: true, remedy: text, requestID: text },
    });
    expect(graph.sandbox.calls).toHaveLength(1);
    if (federation.router === '@graphql-hive/gateway-runtime') {
      expect(errors?.[0]?.extensions?.requestID).toBe(headers.get('x-request-id'));
    }
  });

  test('if the account of a chat can’t be read, the chat and its notes are returned', async () => {
    await using graph = await startGraph(federation);
    graph.sandbox.always('GET /v1/accounts', { status: 503 });

    const { data, errors } = await graph.ask(
      'query ($id: ID!) { chat(id: $id) { title notes { text } account { network owner { name } } } }',
      { id: kishan.chatID },
    );

    expect(data?.chat).toMatchObject({ title: 'Kishan', notes: [{ text }], account: null });
    expect(errors).toMatchObject([{ path: ['chat', 'account'], extensions: { code: 'UNAVAILABLE' } }]);
  });
});
