import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { cacheExchange, createClient, fetchExchange } from '@urql/core';
import { parse } from 'graphql';
import { request } from 'graphql-request';
import { describe, expect, test, vi } from 'vitest';
import { startChangedAnswers } from '../clients/changedAnswers.ts';
import { startPair } from '../support/pair.ts';

interface Started {
  readonly startChat: Record<string, unknown> | null;
}

const StartChat: TypedDocumentNode<Started, { username: string }> = parse(`
  mutation StartChat($username: String!) {
    startChat(input: { accountID: "playground", user: { username: $username } }) {
      __typename
      ... on StartChatPayload { chatID chat { title } chatError { __typename code } }
      ... on BeeperError { code }
    }
  }
`);

/** Clients with their default error policies: they throw the data away if there is a top-level error. */
const throwing: Record<string, (url: string, username: string) => Promise<unknown>> = {
  'Apollo Client': (url, username) => apollo(url, username, withErrors()),
  'graphql-request': async (url, username) => (await request(url, StartChat, { username })).startChat,
};

/** A pattern also matches error types that are added later. */
const withErrors = () => new InMemoryCache({ possibleTypes: { BeeperError: ['Beeper\\w+Error'] } });

async function apollo(uri: string, username: string, cache: InMemoryCache) {
  const client = new ApolloClient({ cache, link: new HttpLink({ uri }) });
  return (await client.mutate({ mutation: StartChat, variables: { username } })).data?.startChat;
}

const urql = (url: string, username: string) =>
  createClient({ url, exchanges: [cacheExchange, fetchExchange] })
    .mutation(StartChat, { username })
    .toPromise();

const clients = {
  ...throwing,
  urql: async (url: string, username: string) => {
    const { data, error } = await urql(url, username);
    if (error) throw error;
    return data?.startChat;
  },
};

const chatID = expect.stringMatching(/^!/);

describe.each(Object.entries(clients))('%s', (_name, startChat) => {
  test('returns chatID and chatError if the read after a write fails', async () => {
    await using pair = await startPair();

    expect(await startChat(`${pair.gateway.origin}/graphql`, 'follow-up-fails')).toMatchObject({
      __typename: 'StartChatPayload',
      chatID,
      chat: null,
      chatError: { code: 'UPSTREAM_ERROR' },
    });
    expect(pair.writes()).toHaveLength(1);
  });

  test('returns an error type and a code that its documents do not know', async () => {
    await using pair = await startPair();
    await using changed = await startChangedAnswers(`${pair.gateway.origin}/graphql`);

    expect(await startChat(`${changed.origin}/new-member`, 'rate-limited')).toEqual({
      __typename: 'BeeperNewError',
      code: 'RATE_LIMITED',
    });
    expect(await startChat(`${changed.origin}/new-member`, 'follow-up-fails')).toMatchObject({
      chatID,
      chatError: { __typename: 'BeeperNewError' },
    });
    expect(await startChat(`${changed.origin}/new-code`, 'rate-limited')).toMatchObject({ code: 'NEW_CODE' });
  });
});

describe('a top-level error', () => {
  test.each(Object.entries(throwing))('makes %s throw', async (_name, startChat) => {
    await using pair = await startPair();
    await using changed = await startChangedAnswers(`${pair.gateway.origin}/graphql`);

    await expect(startChat(`${changed.origin}/top-level-error`, 'works')).rejects.toThrow('Broken');
  });

  test('is returned by urql beside the data', async () => {
    await using pair = await startPair();
    await using changed = await startChangedAnswers(`${pair.gateway.origin}/graphql`);

    expect(await urql(`${changed.origin}/top-level-error`, 'works')).toMatchObject({
      data: { startChat: { chatID } },
      error: { graphQLErrors: [{ message: 'Broken' }] },
    });
  });
});

test('Apollo Client without possibleTypes drops what is selected of an error', async () => {
  await using pair = await startPair();
  using _warnings = vi.spyOn(console, 'warn').mockReturnValue();

  expect(await apollo(`${pair.gateway.origin}/graphql`, 'rate-limited', new InMemoryCache())).toEqual({
    __typename: 'BeeperRateLimitedError',
  });
});
