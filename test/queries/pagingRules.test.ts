import { expect, test } from 'vitest';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { startPair } from '../support/pair.ts';
import { whatsapp } from '../support/people.ts';
import { lists } from './pagedLists.ts';

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const validCursor = encoded([null, 'before', 20, 0, 'a']);

const invalid = [
  ['a `first` of 0', { first: 0 }, 'first', 'too_small'],
  ['a negative `first`', { first: -1 }, 'first', 'too_small'],
  ['a `first` over 200', { first: 201 }, 'first', 'too_big'],
  ['a `last` of 0', { last: 0, before: validCursor }, 'last', 'too_small'],
  ['a negative `last`', { last: -1, before: validCursor }, 'last', 'too_small'],
  ['a `last` over 200', { last: 201, before: validCursor }, 'last', 'too_big'],
  ['`last` without `before`', { last: 5 }, 'before', 'missing_before'],
  ['`before` without `last`', { before: validCursor }, 'last', 'missing_last'],
  [
    '`after` together with `before`',
    { last: 5, after: validCursor, before: validCursor },
    'after',
    'two_directions',
  ],
  ['`last` with an empty `before`', { last: 5, before: '' }, 'before', 'missing_before'],
  ['a cursor that is not base64', { after: 'Grüße ✉' }, 'after', 'invalid_cursor'],
  ['a cursor of Beeper’s own', { after: 'YXQ6ODIxMDAwMDAx' }, 'after', 'invalid_cursor'],
  ['a cursor that contains null', { after: encoded(null) }, 'after', 'invalid_cursor'],
  ['a cursor that contains an object', { after: encoded({ cursor: 'a' }) }, 'after', 'invalid_cursor'],
  ['a cursor that contains a string', { after: encoded('abcde') }, 'after', 'invalid_cursor'],
  ['a cursor with too few values', { after: encoded([null, 'before']) }, 'after', 'invalid_cursor'],
  [
    'a cursor with an unknown direction',
    { after: encoded([null, 'up', 20, 0, 'a']) },
    'after',
    'invalid_cursor',
  ],
  [
    'a cursor with a limit over 200',
    { after: encoded([null, 'before', 1e9, 0, 'a']) },
    'after',
    'invalid_cursor',
  ],
  [
    'a cursor with a negative index',
    { after: encoded([null, 'before', 20, -1, 'a']) },
    'after',
    'invalid_cursor',
  ],
  ['a cursor with a number as ID', { after: encoded([null, 'before', 20, 0, 7]) }, 'after', 'invalid_cursor'],
  ['an invalid `before`', { last: 5, before: 'nonsense' }, 'before', 'invalid_cursor'],
] as const;

test.each(invalid)(
  'every list rejects %s without an upstream call for the list',
  async (_, paging, field, code) => {
    await using pair = await startPair();

    for (const list of lists) {
      const { page, errors } = await list.readPage(pair.gateway, paging);

      expect(page).toBeNull();
      expect(errors, list.name).toHaveLength(1);
      expect(errors?.[0], list.name).toMatchObject({
        path: list.path,
        extensions: {
          code: 'INVALID_INPUT',
          retryable: false,
          issues: [{ path: [field], code, message: expect.any(String) }],
        },
      });
    }

    // For messages, the chat is read first: its ID is valid.
    expect(pair.sandbox.calls.map(({ route }) => route)).toEqual(['GET /v1/chats/{chatID}']);
    const line = { code: 'INVALID_INPUT', issues: [`${field}: ${code}`] };
    expect(pair.gateway.log).toMatchObject(lists.map(() => line));
  },
);

test('all invalid paging arguments are reported at once', async () => {
  await using pair = await startPair();

  const [, , , searchChats] = lists;
  const answer = await searchChats?.readPage(pair.gateway, { first: 0, after: 'nonsense' });

  expect(answer?.errors?.[0]?.extensions?.issues).toMatchObject([
    { path: ['first'], code: 'too_small' },
    { path: ['after'], code: 'invalid_cursor' },
  ]);
});

test('a cursor that Beeper rejects is INVALID_INPUT with Beeper’s message', async () => {
  await using pair = await startPair();

  for (const list of lists) {
    const after = encoded(['not-beepers', 'before', 20, 0, 'a']);
    const { page, errors } = await list.readPage(pair.gateway, { after });

    expect(page).toBeNull();
    expect(errors).toMatchObject([
      { path: list.path, extensions: { code: 'INVALID_INPUT', issues: [{ message: 'Invalid cursor' }] } },
    ]);
  }
});

test.each(['contacts(first: 0)', 'chats(first: 0)'])(
  '%s of an account makes only that field null, without an upstream call',
  async (field) => {
    await using pair = await startPair();

    const answer = await pair.gateway.send(
      `{ account(id: "${whatsapp}") { id it: ${field} { nodes { __typename } } } }`,
    );

    expect(await answer.json()).toMatchObject({
      data: { account: { id: whatsapp, it: null } },
      errors: [{ path: ['account', 'it'], extensions: { code: 'INVALID_INPUT' } }],
    });
    expect(pair.sandbox.calls.map(({ path }) => path)).toEqual(['/v1/accounts']);
  },
);

test.each(lists)('$name takes empty cursors, as clients in Go send them, for absent ones', async (list) => {
  await using pair = await startPair();

  const first = await list.readPage(pair.gateway, { first: 3 });
  const second = await list.readPage(pair.gateway, {
    first: 3,
    after: first.page?.pageInfo.endCursor ?? null,
  });
  const { endCursor } = second.page?.pageInfo ?? {};
  const withEmpty = (cursors: object) => list.readPage(pair.gateway, { first: 3, ...cursors });

  expect(first.page?.edges).toHaveLength(3);
  expect((await withEmpty({ after: '' })).page).toEqual(first.page);
  expect((await withEmpty({ after: '', before: '' })).page).toEqual(first.page);
  const before = { last: 2, after: '', before: endCursor ?? null };
  const { page, errors } = await withEmpty(before);
  expect(errors).toBeUndefined();
  expect(page?.edges.map(({ node }) => node?.id)).toEqual(
    second.page?.edges.slice(0, 2).map(({ node }) => node?.id),
  );
});

test('the messages of a merged chat take an empty cursor for an absent one', async () => {
  await using pair = await startPair();
  const read = async (args: string) =>
    (
      await pair.gateway.send(
        `{ chat(id: "${seedChatIDs.merged}") { messages(first: 3${args}) { nodes { id } } } }`,
      )
    ).json();

  const first = await read('');

  expect(first.errors).toBeUndefined();
  expect(await read(', after: ""')).toEqual(first);
});
