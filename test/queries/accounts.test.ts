import { expect, test } from 'vitest';
import { startPair } from '../support/pair.ts';
import { whatsapp } from '../support/people.ts';
import { Accounts } from '../support/queryDocuments.ts';

test.each([
  ['matrix', 'CONNECTED', true, null],
  ['slackgo.T012-U034', 'BACKFILLING', true, 'Fetching older messages'],
  ['twitter', 'ATTENTION_REQUIRED', true, 'Confirm your passcode in the app'],
  ['instagramgo', 'CONNECTING', false, null],
  ['gmessages', 'CONNECTION_REQUIRED', false, 'Your phone is offline'],
  ['facebookgo', 'RECONNECT_REQUIRED', false, 'You were signed out'],
  ['discordgo', 'DISCONNECTED', false, 'Discord is not connected'],
  ['googlechat', 'DISABLED', false, null],
])('account %s has the status %s, and isUsable is %s', async (id, status, isUsable, statusText) => {
  await using pair = await startPair();

  const { data } = await pair.gateway.query(Accounts, {});

  expect(data?.accounts?.find((account) => account.id === id)).toMatchObject({
    status,
    rawStatus: status.toLowerCase(),
    statusText,
    isUsable,
  });
});

test('an unknown account status is OTHER with its raw value, and the account counts as usable', async () => {
  await using pair = await startPair();

  const { data } = await pair.gateway.query(Accounts, {});

  expect(data?.accounts?.find(({ id }) => id === 'irc')).toMatchObject({
    status: 'OTHER',
    rawStatus: 'hibernating',
    isUsable: true,
  });
});

test('the bridge of an account has a provider', async () => {
  await using pair = await startPair();

  const { data } = await pair.gateway.query(Accounts, {});

  const bridgeOf = (id: string) => data?.accounts?.find((account) => account.id === id)?.bridge;
  expect(bridgeOf(whatsapp)).toEqual({
    bridgeID: 'local-whatsapp',
    type: 'whatsapp',
    provider: 'LOCAL',
    rawProvider: 'local',
  });
  expect(bridgeOf('matrix')).toMatchObject({ provider: 'CLOUD' });
  expect(bridgeOf('irc')).toMatchObject({ provider: 'SELF_HOSTED', rawProvider: 'self-hosted' });
  expect(bridgeOf('imessage_3f9a41c07be2')).toMatchObject({ provider: 'PLATFORM_SDK' });
});

test('an account has the user’s own identity, without the URL of a local avatar', async () => {
  await using pair = await startPair();

  const { data } = await pair.gateway.query(Accounts, {});

  expect(data?.accounts?.every(({ user }) => user?.isSelf === true)).toBe(true);
  const apple = data?.accounts?.find(({ id }) => id === 'imessage_3f9a41c07be2');
  expect(apple?.user?.imgURL).toEqual({ url: null, isLocal: true });
});

test('between app 4.2.785 and 4.3, accounts have a bridge and no status', async () => {
  await using pair = await startPair();
  pair.sandbox.appVersion = '4.2.860';

  const { data } = await pair.gateway.query(Accounts, {});

  expect(data?.accounts?.[0]).toMatchObject({
    network: 'Beeper (Matrix)',
    bridge: { bridgeID: 'matrix' },
    status: null,
    rawStatus: null,
    isUsable: true,
  });
});

test('unknown values of an account are OTHER, unreadable ones are null, and an account without an ID is omitted', async () => {
  await using pair = await startPair();
  pair.sandbox.next('GET /v1/accounts', {
    body: [
      { accountID: 'a', bridge: { provider: 'orbital' }, status: 'needs-login', user: { fullName: 'No ID' } },
      { accountID: 'b', bridge: null, status: '', user: null, loginID: 7 },
      { bridge: { id: 'nobody' } },
      null,
    ],
  });

  const { data, errors } = await pair.gateway.query(Accounts, {});

  expect(errors).toBeUndefined();
  expect(data?.accounts).toMatchObject([
    { id: 'a', bridge: { provider: 'OTHER', rawProvider: 'orbital' }, status: 'OTHER', user: null },
    { id: 'b', bridge: null, status: null, isUsable: true, loginID: '7' },
  ]);
});

test('account is null without an error if no account has the ID', async () => {
  await using pair = await startPair();

  const answer = await pair.gateway.send('{ account(id: "nobody") { id } }');

  expect(await answer.json()).toEqual({ data: { account: null } });
});

test.each([
  ['', 'empty'],
  ['.', 'not_an_id'],
  ['a\\nb', 'control_character'],
])('account rejects the ID "%s" without an upstream call', async (id, code) => {
  await using pair = await startPair();

  const answer = await pair.gateway.send(`{ account(id: "${id}") { id } }`);

  expect(await answer.json()).toMatchObject({
    data: { account: null },
    errors: [{ path: ['account'], extensions: { code: 'INVALID_INPUT', issues: [{ path: ['id'], code }] } }],
  });
  expect(pair.sandbox.calls).toEqual([]);
});
