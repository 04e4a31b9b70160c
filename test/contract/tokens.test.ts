import { expect, test } from 'vitest';
import { CreateChat, ReadChat, StartChat } from '../support/documents.ts';
import { mutationsByDialect } from '../support/mutations.ts';
import { startPair } from '../support/pair.ts';
import { ada, kishan, whatsapp } from '../support/people.ts';

const start = { input: { accountID: whatsapp, user: { id: ada.id } } };

test('the caller’s own token is sent to Beeper, not the gateway’s', async () => {
  await using pair = await startPair({ accessToken: 'gateway-token' });

  const { data } = await pair.gateway.query(StartChat, start, {
    headers: { authorization: 'Bearer sandbox-token' },
  });

  expect(data?.startChat).toMatchObject({ __typename: 'StartChatPayload' });
  expect(pair.writes()[0]?.headers.authorization).toBe('Bearer sandbox-token');
});

test('the gateway’s token is sent to Beeper for a caller without one', async () => {
  await using pair = await startPair({ accessToken: 'sandbox-token' });

  const { data } = await pair.gateway.query(StartChat, start);

  expect(data?.startChat).toMatchObject({ __typename: 'StartChatPayload' });
  expect(pair.writes()[0]?.headers.authorization).toBe('Bearer sandbox-token');
});

test('without a token of the caller or the gateway, a write is unauthenticated and Beeper is not called', async () => {
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
  test(`a malformed token (${JSON.stringify(authorization)}) is rejected and not replaced by the gateway’s`, async () => {
    await using pair = await startPair();

    const { data } = await pair.gateway.query(StartChat, start, { headers: { authorization } });

    expect(data?.startChat).toMatchObject({ __typename: 'BeeperUnauthenticatedError' });
    expect(pair.sandbox.calls).toEqual([]);
  });
}

test('credentials of another scheme, as a proxy adds them, are not taken for a token and not sent to Beeper', async () => {
  await using pair = await startPair();

  await pair.gateway.query(StartChat, start, { headers: { authorization: 'Basic dXNlcjpwYXNz' } });

  expect(pair.writes()[0]?.headers.authorization).toBe('Bearer sandbox-token');
});

test('a wrong token is sent to Beeper, which rejects it', async () => {
  await using pair = await startPair();

  const { data } = await pair.gateway.query(StartChat, start, { headers: { authorization: 'Bearer wrong' } });

  expect(data?.startChat).toMatchObject({
    __typename: 'BeeperUnauthenticatedError',
    code: 'UNAUTHENTICATED',
  });
  expect(pair.writes()).toHaveLength(1);
});

test('a redirect does not receive the token', async () => {
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

const owners = [
  { owner: 'the caller', headers: { authorization: 'Bearer reader' }, named: 'Authorization: Bearer' },
  { owner: 'the gateway', headers: {}, named: 'BEEPER_ACCESS_TOKEN' },
] as const;
const unauthorized = {
  status: 401,
  body: { message: 'Unauthorized: Invalid or missing token', code: 'unauthorized' },
};

for (const { owner, headers, named } of owners) {
  const other = owners.find((one) => one.owner !== owner)?.named ?? '';

  for (const { name, dialect, route, document, input } of mutationsByDialect) {
    test(`a token of ${owner} that can’t write: ${name} on ${dialect} names ${named} and the missing option`, async () => {
      await using pair = await startPair({ dialect, accessToken: 'reader' });
      pair.sandbox.always(route, unauthorized);

      const { data } = await pair.gateway.query(document, { input }, { headers });

      const { message, remedy } = (data as Record<string, { message: string; remedy: string }>)[name] ?? {};
      expect(message).not.toMatch(/invalid|expired/);
      expect(remedy).toContain('Allow sensitive actions');
      expect(remedy).toContain(named);
      expect(remedy).not.toContain(other);
      expect(pair.writes().map(({ headers }) => headers.authorization)).toEqual(['Bearer reader']);
    });
  }

  test(`a token of ${owner} that can’t read: the remedy names ${named}, and no option for writes`, async () => {
    await using pair = await startPair({ accessToken: 'reader' });

    const { errors } = await pair.gateway.query(ReadChat, { id: kishan.chatID }, { headers });

    const remedy = errors?.[0]?.extensions?.remedy;
    expect(remedy).toContain(named);
    expect(remedy).not.toContain(other);
    expect(remedy).not.toContain('sensitive');
  });
}
