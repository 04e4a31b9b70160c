import { describe, expect, test } from 'vitest';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { startPair } from '../support/pair.ts';
import { Accounts, ChatValues, Inbox, Messages } from '../support/queryDocuments.ts';
import {
  cursorAfter,
  idsOf,
  lists,
  messages,
  readAllIDs,
  startPairWithShortHistory,
  upstreamPaths,
} from './pagedLists.ts';

describe.each(['union', 'create-only'] as const)('An app with the dialect %s', (dialect) => {
  test('has pages of messages without cursors, which are paged by sort key', async () => {
    await using pair = await startPair({ dialect });
    const { data } = await pair.gateway.query(Messages, { chatID: seedChatIDs.longHistory, first: 45 });
    const keys = data?.chat?.messages?.edges.map(({ node }) => node.sortKey) ?? [];

    expect(keys).toHaveLength(45);
    const path = `/v1/chats/${encodeURIComponent(seedChatIDs.longHistory)}/messages`;
    expect(upstreamPaths(pair.sandbox).slice(1)).toEqual([
      path,
      `${path}?cursor=${keys[19]}&direction=before`,
      `${path}?cursor=${keys[39]}&direction=before`,
    ]);
  });

  test.each(lists)('returns all $name exactly once, in order', async (list) => {
    await using pair = await startPairWithShortHistory({ dialect });
    // The newest app without merged chats.
    pair.sandbox.appVersion = '4.3.0';
    const all = await list.idsFromSDK(pair.sandbox);
    pair.sandbox.appVersion = dialect === 'union' ? '4.2.600' : '4.2.500';

    expect(await readAllIDs(list, pair.gateway, 17)).toEqual(all);
  });

  test('returns messages when paging backward', async () => {
    await using pair = await startPair({ dialect });
    const { page: whole } = await messages.readPage(pair.gateway, { first: 60 });
    const before = await cursorAfter(messages, pair.gateway, 58);

    const { page } = await messages.readPage(pair.gateway, { last: 50, before });

    expect(idsOf(page)).toEqual(idsOf(whole).slice(7, 57));
  });

  test('returns accounts without bridge and status, which count as usable', async () => {
    await using pair = await startPair({ dialect });

    const { data, errors } = await pair.gateway.query(Accounts, {});

    expect(errors).toBeUndefined();
    expect(data?.accounts).toHaveLength(15);
    for (const account of data?.accounts ?? []) {
      expect(account).toMatchObject({ bridge: null, network: null, status: null, rawStatus: null });
      expect(account).toMatchObject({ isUsable: true, user: { isSelf: true } });
    }
  });

  test('returns 25 chats with account, last message and sender in two upstream calls', async () => {
    await using pair = await startPair({ dialect });

    const { data, errors } = await pair.gateway.query(Inbox, { first: 25 });

    expect(errors).toBeUndefined();
    expect(data?.chats?.nodes).toHaveLength(25);
    for (const chat of data?.chats?.nodes ?? []) {
      expect(chat?.lastMessage?.sender?.fullName).toEqual(expect.any(String));
      expect(chat?.account?.id).toEqual(expect.any(String));
    }
    expect(upstreamPaths(pair.sandbox).sort()).toEqual(['/v1/accounts', '/v1/chats?limit=25']);
  });

  test('returns null for newer fields, and all participants', async () => {
    await using pair = await startPair({ dialect });

    const { data, errors } = await pair.gateway.query(ChatValues, { id: seedChatIDs.largeGroup });

    expect(errors).toBeUndefined();
    expect(data?.chat).toMatchObject({
      imgURL: null,
      isReadOnly: null,
      isMarkedUnread: null,
      draft: null,
      reminder: null,
      snooze: null,
      capabilities: null,
      participants: { total: 300, hasMore: false },
    });
    expect(data?.chat?.participants?.items).toHaveLength(300);
    expect(data?.chat?.participants?.items[1]).toMatchObject({ isAdmin: null, isPending: null });
  });
});
