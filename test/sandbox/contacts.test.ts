import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { ada, request, sdk5, whatsapp } from './clients.ts';

test('paging through the contacts returns each once, in the order of the directory', async () => {
  await using sandbox = await startSandbox();
  const ids: string[] = [];
  for await (const user of sdk5(sandbox).accounts.contacts.list(whatsapp, { limit: 5 })) ids.push(user.id);
  expect(ids).toHaveLength(26);
  expect(new Set(ids).size).toBe(26);
  expect(ids[0]).toBe(ada);
  expect(sandbox.calls).toHaveLength(6);
});

test('contacts can be paged back to the first page', async () => {
  await using sandbox = await startSandbox();
  const list = sdk5(sandbox).accounts.contacts;
  const first = await list.list(whatsapp, { limit: 5 });
  const second = await list.list(whatsapp, { limit: 5, cursor: first.oldestCursor });
  const back = await list.list(whatsapp, { limit: 5, cursor: second.newestCursor, direction: 'after' });
  expect(back.items).toEqual(first.items);
  expect(back.hasMore).toBe(false);
});

test('the search matches parts of names, phone numbers and email addresses', async () => {
  await using sandbox = await startSandbox();
  const find = async (accountID: string, query: string) =>
    (await sdk5(sandbox).accounts.contacts.search(accountID, { query })).items;
  expect((await find(whatsapp, 'ada')).map(({ id }) => id)).toContain(ada);
  expect(await find(whatsapp, '0101002')).toEqual([
    { id: ada, phoneNumber: '+15550101002', fullName: 'Ada', cannotMessage: false, isSelf: false },
  ]);
  expect(await find('slackgo.T012-U034', 'example.com')).toHaveLength(12);
  expect(await find(whatsapp, 'nobody at all')).toEqual([]);
});

test('the list of contacts accepts a query', async () => {
  await using sandbox = await startSandbox();
  const page = await sdk5(sandbox).accounts.contacts.list(whatsapp, { query: 'Grace', limit: 1 });
  expect(page.items[0]?.fullName).toBe('Grace');
});

test('contacts do not reveal whether they require an invitation', async () => {
  await using sandbox = await startSandbox();
  const { items } = await sdk5(sandbox).accounts.contacts.list('slackgo.T012-U034');
  expect(items.some((user) => 'needsInvite' in user)).toBe(false);
});

test('contacts of an unknown account are a 404; an account without contacts has an empty page', async () => {
  await using sandbox = await startSandbox();
  expect(await request(sandbox, '/v1/accounts/myspace/contacts/list')).toMatchObject({
    status: 404,
    json: { message: 'Account not found' },
  });
  expect(await request(sandbox, '/v1/accounts/googlechat/contacts/list')).toMatchObject({
    status: 200,
    json: { items: [], hasMore: false, oldestCursor: null, newestCursor: null },
  });
});

test('a single account can be read', async () => {
  await using sandbox = await startSandbox();
  const path = `/v1/accounts/${encodeURIComponent('slackgo.T012-U034')}`;
  expect((await request(sandbox, path)).json).toMatchObject({ network: 'Slack', status: 'backfilling' });
  expect((await request(sandbox, '/v1/accounts/myspace')).json).toMatchObject({
    message: 'Account not found',
  });
});
