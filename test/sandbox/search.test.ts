import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { request, sdk4, sdk5, whatsapp } from './clients.ts';

test('search returns chats by title, groups by participant and messages by words', async () => {
  await using sandbox = await startSandbox();

  const { results } = await sdk5(sandbox).search({ query: 'grace' });

  expect(results.chats.every(({ title }) => /grace/i.test(title))).toBe(true);
  expect(results.chats.length).toBeGreaterThan(0);
  expect(results.in_groups.every(({ type }) => type === 'group')).toBe(true);
  expect(results.messages).toMatchObject({ items: expect.any(Array), hasMore: expect.any(Boolean) });
  expect((await sdk4(sandbox).search({ query: 'grace' })).results.chats).toHaveLength(results.chats.length);
});

test('contacts are looked up exactly by what identifies a person, and otherwise by words', async () => {
  await using sandbox = await startSandbox();
  const { contacts } = sdk5(sandbox).accounts;
  const found = async (accountID: string, query: string) =>
    (await contacts.search(accountID, { query })).items.map(({ fullName, username, email }) => ({
      fullName,
      username,
      email,
    }));

  expect(await found(whatsapp, '+1 555 010-1002')).toMatchObject([{ fullName: 'Ada' }]);
  expect(await found(whatsapp, '+1555010100')).toEqual([]);
  expect(await found('matrix', '@Kishan')).toMatchObject([{ username: 'kishan' }]);
  expect(await found('matrix', '@kish')).toEqual([]);
  expect(await found('matrix', 'kish')).toMatchObject([{ username: 'kishan' }]);
  expect(await found('imessage_3f9a41c07be2', 'family@example.com')).toHaveLength(2);
});

test('labels are a bare array sorted by name, newer than 4.3.0', async () => {
  await using newest = await startSandbox();
  await using older = await startSandbox({ appVersion: '4.3.0' });

  expect((await request(newest, '/v1/labels')).json).toEqual([
    { id: 'label-family', name: 'Family' },
    { id: 'label-work', name: 'Work' },
  ]);
  expect((await request(older, '/v1/labels')).status).toBe(404);
});

test('chats are searched by label, which older apps ignore', async () => {
  await using newest = await startSandbox();
  await using older = await startSandbox({ appVersion: '4.3.0' });
  const path = '/v1/chats/search?labelID=label-family';

  expect((await request(newest, path)).json).toMatchObject({ items: [{ labels: [{ id: 'label-family' }] }] });
  expect((await request(older, path)).json).toMatchObject({ hasMore: true });
});

test('bridges have their accounts, since 4.3.0', async () => {
  await using newest = await startSandbox({ appVersion: '4.3.0' });
  await using older = await startSandbox({ appVersion: '4.2.808' });

  const { json } = await request(newest, '/v1/bridges/local-whatsapp');
  expect(json).toEqual({
    id: 'local-whatsapp',
    type: 'whatsapp',
    displayName: 'WhatsApp',
    network: 'WhatsApp',
    provider: 'local',
    status: 'connected',
    supportsMultipleAccounts: true,
    activeAccountCount: 1,
    accounts: [expect.objectContaining({ accountID: whatsapp, status: 'connected' })],
  });
  expect((await request(newest, '/v1/bridges')).json).toMatchObject({
    items: expect.arrayContaining([json]),
  });
  expect((await request(newest, '/v1/bridges/nothing')).status).toBe(404);
  expect((await request(older, '/v1/bridges')).status).toBe(404);
});

test('capabilities of a bridge tell how people are found and which groups can be created', async () => {
  await using sandbox = await startSandbox();

  expect((await request(sandbox, '/v1/bridges/local-whatsapp/capabilities')).json).toMatchObject({
    resolve_identifier: { create_dm: true, lookup_phone: true, lookup_email: false },
    group_creation: { group: { type_description: 'a group chat', name: { allowed: true } } },
  });
});
