import { describe, expect, test } from 'vitest';
import { SEED_CHAT_IDS } from '../../src/sandbox/index.ts';
import { startPair } from '../support/pair.ts';
import { Accounts, ChatValues, Inbox, Messages } from '../support/readingDocuments.ts';
import { cursorBehind, idsIn, lists, messages, pathsTo, startLists, walk } from './lists.ts';

describe.each(['union', 'create-only'] as const)('An app that speaks %s', (dialect) => {
  test('has pages of messages without cursors, so that sort keys page', async () => {
    await using pair = await startPair({ dialect });
    const { data } = await pair.gateway.query(Messages, { chatID: SEED_CHAT_IDS.longHistory, first: 45 });
    const keys = data?.chat?.messages.edges.map(({ node }) => node.sortKey) ?? [];

    expect(keys).toHaveLength(45);
    const path = `/v1/chats/${encodeURIComponent(SEED_CHAT_IDS.longHistory)}/messages`;
    expect(pathsTo(pair.sandbox).slice(1)).toEqual([
      path,
      `${path}?cursor=${keys[19]}&direction=before`,
      `${path}?cursor=${keys[39]}&direction=before`,
    ]);
  });

  test.each(lists)('gives all $name exactly once, in order', async (list) => {
    await using pair = await startLists({ dialect });
    pair.sandbox.appVersion = '4.3.73';
    const all = await list.inOrder(pair.sandbox);
    pair.sandbox.appVersion = dialect === 'union' ? '4.2.600' : '4.2.500';

    expect(await walk(list, pair.gateway, 17)).toEqual(all);
  });

  test('gives messages on the way back too', async () => {
    await using pair = await startPair({ dialect });
    const { part: whole } = await messages.ask(pair.gateway, { first: 60 });
    const before = await cursorBehind(messages, pair.gateway, 58);

    const { part } = await messages.ask(pair.gateway, { last: 50, before });

    expect(idsIn(part)).toEqual(idsIn(whole).slice(7, 57));
  });

  test('tells neither bridge nor status of an account, which is worth trying all the same', async () => {
    await using pair = await startPair({ dialect });

    const { data, errors } = await pair.gateway.query(Accounts, {});

    expect(errors).toBeUndefined();
    expect(data?.accounts).toHaveLength(15);
    for (const account of data?.accounts ?? []) {
      expect(account).toMatchObject({ bridge: null, network: null, status: null, rawStatus: null });
      expect(account).toMatchObject({ isUsable: true, user: { isSelf: true } });
    }
  });

  test('gives an inbox with all that it knows, in two calls', async () => {
    await using pair = await startPair({ dialect });

    const { data, errors } = await pair.gateway.query(Inbox, { first: 25 });

    expect(errors).toBeUndefined();
    expect(data?.chats.nodes).toHaveLength(25);
    for (const chat of data?.chats.nodes ?? []) {
      expect(chat?.lastMessage?.sender?.fullName).toEqual(expect.any(String));
      expect(chat?.account?.id).toEqual(expect.any(String));
    }
    expect(pathsTo(pair.sandbox).sort()).toEqual(['/v1/accounts', '/v1/chats']);
  });

  test('tells nothing of what came later, and all participants', async () => {
    await using pair = await startPair({ dialect });

    const { data, errors } = await pair.gateway.query(ChatValues, { id: SEED_CHAT_IDS.largeGroup });

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
