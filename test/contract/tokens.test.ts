import { expect, test } from 'vitest';
import { CreateChat, StartChat } from '../support/documents.ts';
import { startPair } from '../support/pair.ts';
import { ada, whatsapp } from '../support/people.ts';

const start = { input: { accountID: whatsapp, user: { id: ada.id } } };

test('the caller’s own token goes upstream, before the gateway’s', async () => {
  await using pair = await startPair({ accessToken: 'gateway-token' });

  const { data } = await pair.gateway.query(StartChat, start, {
    headers: { authorization: 'Bearer sandbox-token' },
  });

  expect(data?.startChat).toMatchObject({ __typename: 'StartChatPayload' });
  expect(pair.writes()[0]?.headers.authorization).toBe('Bearer sandbox-token');
});

test('the gateway’s token goes upstream for a caller that brings none', async () => {
  await using pair = await startPair({ accessToken: 'sandbox-token' });

  const { data } = await pair.gateway.query(StartChat, start);

  expect(data?.startChat).toMatchObject({ __typename: 'StartChatPayload' });
  expect(pair.writes()[0]?.headers.authorization).toBe('Bearer sandbox-token');
});

test('a caller without a token is unauthenticated where the gateway has none, and Beeper is not asked', async () => {
  await using pair = await startPair({ accessToken: null });

  const answers = await Promise.all([
    pair.gateway.query(StartChat, start).then(({ data }) => data?.startChat),
    pair.gateway
      .query(CreateChat, { input: { single: { accountID: whatsapp, participantID: ada.id } } })
      .then(({ data }) => data?.createChat),
  ]);

  for (const answer of answers) {
    expect(answer).toMatchObject({
      __typename: 'BeeperUnauthenticatedError',
      remedy: expect.stringContaining('BEEPER_ACCESS_TOKEN'),
    });
  }
  expect(pair.sandbox.calls).toEqual([]);
});

for (const authorization of [
  'Bearer',
  'Bearer two words',
  'bearer \t',
  'Bearer tök€n'.normalize('NFD').replace(/[^\x20-\x7e]/g, '?'),
]) {
  test(`a malformed token (${JSON.stringify(authorization)}) is refused, and not replaced by the gateway’s`, async () => {
    await using pair = await startPair();

    const { data } = await pair.gateway.query(StartChat, start, { headers: { authorization } });

    expect(data?.startChat).toMatchObject({ __typename: 'BeeperUnauthenticatedError' });
    expect(pair.sandbox.calls).toEqual([]);
  });
}

test('credentials of another kind, of a proxy in between, are not taken for a token and do not go upstream', async () => {
  await using pair = await startPair();

  await pair.gateway.query(StartChat, start, { headers: { authorization: 'Basic dXNlcjpwYXNz' } });

  expect(pair.writes()[0]?.headers.authorization).toBe('Bearer sandbox-token');
});

test('a wrong token is unauthenticated in Beeper’s own judgement', async () => {
  await using pair = await startPair();

  const { data } = await pair.gateway.query(StartChat, start, { headers: { authorization: 'Bearer wrong' } });

  expect(data?.startChat).toMatchObject({
    __typename: 'BeeperUnauthenticatedError',
    code: 'UNAUTHENTICATED',
  });
  expect(pair.writes()).toHaveLength(1);
});

test('a redirect does not carry the token anywhere', async () => {
  await using pair = await startPair();
  await using elsewhere = await startPair();
  pair.sandbox.next('POST /v1/chats/start', {
    status: 307,
    headers: { location: `${elsewhere.sandbox.url}/v1/chats/start` },
  });

  const { data } = await pair.gateway.query(StartChat, start);

  expect(data?.startChat).toMatchObject({ __typename: 'BeeperUpstreamError', httpStatus: 307 });
  expect(elsewhere.sandbox.calls).toEqual([]);
});
