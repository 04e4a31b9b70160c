import { describe, expect, test } from 'vitest';
import type { WorldChat } from '../../src/sandbox/index.ts';
import type { BeeperChatFilter } from '../support/graphql/graphql.js';
import { startPair } from '../support/pair.ts';
import { Search } from '../support/queryDocuments.ts';
import { upstreamPaths } from './pagedLists.ts';

const cutoff = '2026-08-11T12:00:00.000Z';

type Case = readonly [BeeperChatFilter, query: string, matches: (chat: WorldChat) => boolean];

const cases: readonly Case[] = [
  [{}, '', () => true],
  [{ query: 'kishan' }, 'query=kishan', ({ title }) => /kishan/i.test(title)],
  [{ query: 'club BOOK' }, 'query=club+BOOK', ({ title }) => /book club/i.test(title)],
  [
    { query: 'grace', scope: 'PARTICIPANTS' },
    'query=grace&scope=participants',
    ({ participants }) => participants.some(({ fullName }) => /grace/i.test(fullName ?? '')),
  ],
  [
    { query: 'telegram', scope: 'TITLES' },
    'query=telegram&scope=titles',
    ({ network }) => network === 'Telegram',
  ],
  [{ type: 'SINGLE' }, 'type=single', ({ type }) => type === 'single'],
  [{ type: 'GROUP' }, 'type=group', ({ type }) => type === 'group'],
  [{ type: 'ANY' }, 'type=any', () => true],
  [{ inbox: 'ARCHIVE' }, 'inbox=archive', ({ isArchived }) => isArchived],
  [
    { inbox: 'LOW_PRIORITY' },
    'inbox=low-priority',
    ({ isArchived, isLowPriority }) => isLowPriority && !isArchived,
  ],
  [{ inbox: 'PRIMARY' }, 'inbox=primary', ({ isArchived, isLowPriority }) => !isLowPriority && !isArchived],
  [
    { unreadOnly: true },
    'unreadOnly=true',
    ({ unreadCount, isMarkedUnread }) => unreadCount > 0 || isMarkedUnread,
  ],
  [{ unreadOnly: false }, 'unreadOnly=false', () => true],
  [{ includeMuted: false }, 'includeMuted=false', ({ isMuted }) => !isMuted],
  [{ includeMuted: true }, 'includeMuted=true', () => true],
  [
    { lastActivityBefore: cutoff },
    'lastActivityBefore=2026-08-11T12%3A00%3A00.000Z',
    ({ lastActivity }) => lastActivity < cutoff,
  ],
  [
    { lastActivityAfter: '2026-08-11T14:00:00+02:00' },
    'lastActivityAfter=2026-08-11T12%3A00%3A00.000Z',
    ({ lastActivity }) => lastActivity > cutoff,
  ],
  [{ accountIDs: ['irc'] }, 'accountIDs=irc', ({ accountID }) => accountID === 'irc'],
  [
    { accountIDs: ['irc', 'slackgo.T012-U034'] },
    'accountIDs=irc&accountIDs=slackgo.T012-U034',
    ({ accountID }) => accountID === 'irc' || accountID === 'slackgo.T012-U034',
  ],
  [
    { type: 'GROUP', unreadOnly: true, includeMuted: false, accountIDs: ['telegram'] },
    'type=group&unreadOnly=true&includeMuted=false&accountIDs=telegram',
    ({ type, unreadCount, isMuted, accountID }) =>
      type === 'group' && unreadCount > 0 && !isMuted && accountID === 'telegram',
  ],
  [{ query: null, scope: null, type: null, inbox: null, accountIDs: null }, '', () => true],
  [{ unreadOnly: null, includeMuted: null, lastActivityBefore: null }, '', () => true],
];

test.each(cases)(
  '%j is sent to Beeper as "%s" and returns the matching chats',
  async (filter, query, matches) => {
    await using pair = await startPair();

    const { data, errors } = await pair.gateway.query(Search, { filter, first: 200 });

    expect(errors).toBeUndefined();
    const [path = ''] = upstreamPaths(pair.sandbox);
    const sent = new URLSearchParams(path.split('?')[1]);
    expect(sent.get('limit')).toBe('200');
    sent.delete('limit');
    expect([...sent].sort()).toEqual([...new URLSearchParams(query)].sort());
    expect(upstreamPaths(pair.sandbox)).toHaveLength(1);
    const found = data?.searchChats?.nodes.map((chat) => chat?.id) ?? [];
    const wanted = [...pair.sandbox.chats.values()].filter(matches).map(({ id }) => id);
    expect(wanted.length).toBeGreaterThan(0);
    expect(found.toSorted()).toEqual(wanted.toSorted());
  },
);

test('the filter is sent with the request for every page', async () => {
  await using pair = await startPair();
  const filter = { type: 'SINGLE', accountIDs: ['telegram', 'matrix'] } as const;
  const input: BeeperChatFilter = { ...filter, accountIDs: [...filter.accountIDs] };

  const first = await pair.gateway.query(Search, { filter: input, first: 5 });
  const after = first.data?.searchChats?.pageInfo.endCursor ?? null;
  const second = await pair.gateway.query(Search, { filter: input, first: 5, after });

  const ids = [first, second].flatMap(({ data }) => data?.searchChats?.nodes.map((chat) => chat?.id) ?? []);
  expect(new Set(ids).size).toBe(10);
  for (const path of upstreamPaths(pair.sandbox)) {
    expect(path).toContain('type=single');
    expect(path).toContain('accountIDs=telegram&accountIDs=matrix');
  }
});

describe('searchChats rejects without an upstream call', () => {
  test.each([
    [{ query: '' }, ['filter', 'query'], 'blank'],
    [{ query: ' \t' }, ['filter', 'query'], 'blank'],
    [{ accountIDs: [] }, ['filter', 'accountIDs'], 'too_small'],
    [{ accountIDs: ['irc', 'irc'] }, ['filter', 'accountIDs', '1'], 'duplicate'],
    [{ accountIDs: ['irc', ''] }, ['filter', 'accountIDs', '1'], 'empty'],
  ])('%j', async (filter, path, code) => {
    await using pair = await startPair();

    const { data, errors } = await pair.gateway.query(Search, { filter });

    expect(data).toEqual({ searchChats: null });
    expect(errors).toMatchObject([
      { path: ['searchChats'], extensions: { code: 'INVALID_INPUT', issues: [{ path, code }] } },
    ]);
    expect(pair.sandbox.calls).toEqual([]);
  });

  test('an invalid time', async () => {
    await using pair = await startPair();

    const { errors } = await pair.gateway.query(Search, { filter: { lastActivityAfter: 'yesterday' } });

    expect(errors).toHaveLength(1);
    expect(pair.sandbox.calls).toEqual([]);
  });
});

test.each([
  ['chats(accountIDs: [])', ['accountIDs'], 'too_small'],
  ['chats(accountIDs: ["irc", "irc"])', ['accountIDs', '1'], 'duplicate'],
  ['contacts(accountID: "")', ['accountID'], 'empty'],
  ['contacts(accountID: "..")', ['accountID'], 'not_an_id'],
  ['contacts(accountID: "matrix", query: " ")', ['query'], 'blank'],
])('%s is rejected without an upstream call', async (field, path, code) => {
  await using pair = await startPair();

  const answer = await pair.gateway.send(`{ ${field} { nodes { __typename } } }`);

  expect(await answer.json()).toMatchObject({
    errors: [{ extensions: { code: 'INVALID_INPUT', issues: [{ path, code }] } }],
  });
  expect(pair.sandbox.calls).toEqual([]);
});
