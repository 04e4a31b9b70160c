import { describe, expect, test } from 'vitest';
import { decodeChat } from '../../src/beeper/chats/wire.ts';

const chat = (fields: object = {}) => decodeChat({ id: '!a:b', accountID: 'matrix', ...fields });

describe('A chat', () => {
  test('requires only its ID and account', () => {
    const { id, accountID, capabilities, ...others } = chat() ?? {};
    expect({ id, accountID }).toEqual({ id: '!a:b', accountID: 'matrix' });
    expect(capabilities?.()).toBeNull();
    expect(Object.keys(others).length).toBeGreaterThanOrEqual(20);
    expect(Object.values(others).filter((value) => value != null)).toEqual([]);
  });

  test('can’t be read without them, or if it is not an object', () => {
    const bodies = [
      { accountID: 'matrix' },
      { id: '', accountID: 'matrix' },
      { id: null, accountID: 'matrix' },
      { id: Number.NaN, accountID: 'matrix' },
      { id: true, accountID: 'matrix' },
      { id: '!a:b' },
      { id: '!a:b', accountID: '' },
      [],
      [{ id: '!a:b', accountID: 'matrix' }],
      null,
      undefined,
      '',
      'text',
      0,
      true,
    ];
    expect(bodies.map((body) => decodeChat(body))).toEqual(bodies.map(() => null));
  });

  test('keeps known fields and ignores unknown ones', () => {
    const read = chat({
      title: 'Ada',
      type: 'channel',
      unreadCount: 0,
      isMuted: false,
      somethingNew: { x: 1 },
    });
    expect(read).toMatchObject({ title: 'Ada', type: 'channel', unreadCount: 0, isMuted: false });
    expect(read).not.toHaveProperty('somethingNew');
  });

  test.each([
    [7, '7'],
    [0, '0'],
    [-3, '-3'],
    [1e21, '1000000000000000000000'],
    ['007', '007'],
  ])('has the IDs and keys %j as the text %j', (value, expected) => {
    expect(
      chat({ id: value, accountID: value, localChatID: value, lastReadMessageSortKey: value }),
    ).toMatchObject({
      id: expected,
      accountID: expected,
      localChatID: expected,
      lastReadMessageSortKey: expected,
    });
  });

  test.each(['localChatID', 'lastReadMessageSortKey'])(
    'has null for %s if the value is neither text nor a finite number',
    (field) => {
      for (const value of ['', null, undefined, true, {}, [], Number.NaN, Number.POSITIVE_INFINITY]) {
        expect(chat({ [field]: value })).toHaveProperty(field, null);
      }
    },
  );

  test.each(['title', 'network', 'type', 'description', 'imgURL'])(
    'has null for %s if the value is "", null or not a string',
    (field) => {
      for (const value of ['', null, undefined, 7, true, {}, []]) {
        expect(chat({ [field]: value })).toHaveProperty(field, null);
      }
    },
  );

  test.each(['unreadCount', 'unreadMentionsCount', 'messageExpirySeconds'])(
    'has null for %s if the value is not a count',
    (field) => {
      for (const value of ['3', null, -1, 1.5, Number.NaN, {}, true]) {
        expect(chat({ [field]: value })).toHaveProperty(field, null);
      }
      expect(chat({ [field]: 3 })).toHaveProperty(field, 3);
    },
  );

  test('has null for a count outside the range of a GraphQL Int', () => {
    expect(chat({ unreadCount: 2 ** 31 - 1 })?.unreadCount).toBe(2 ** 31 - 1);
    const counts = { unreadCount: 2 ** 31, messageExpirySeconds: 2 ** 53 - 1 };
    expect(chat(counts)).toMatchObject({ unreadCount: null, messageExpirySeconds: null });
  });

  test.each(['isReadOnly', 'isArchived', 'isMarkedUnread', 'isMuted', 'isPinned', 'isLowPriority'])(
    'has null for %s if the value is not a boolean',
    (field) => {
      for (const value of ['true', 1, 0, null, {}])
        expect(chat({ [field]: value })).toHaveProperty(field, null);
      expect(chat({ [field]: true })).toHaveProperty(field, true);
    },
  );

  test.each([
    null,
    undefined,
    '',
    0,
    '0001-01-01T00:00:00Z',
    '1970-01-01T00:00:00.000Z',
    'yesterday',
    -5,
    9e15,
    Number.NaN,
    true,
    {},
    [],
  ])('was never active at %j', (lastActivity) => {
    expect(chat({ lastActivity })?.lastActivity).toBeNull();
  });

  test.each(['2026-05-06T20:20:12.497Z', '2026-05-06T22:20:12.497+02:00', 1_778_098_812_497])(
    'was last active at %j',
    (lastActivity) => {
      expect(chat({ lastActivity })?.lastActivity?.toISOString()).toBe('2026-05-06T20:20:12.497Z');
    },
  );

  test('keeps a reminder or snooze with one invalid date', () => {
    const at = '2026-08-15T07:00:00.000Z';
    expect(
      chat({
        reminder: { remindAt: '0001-01-01T00:00:00Z', dismissOnIncomingMessage: true },
        snooze: { snoozeUntil: at, userSnoozedAt: 0 },
      }),
    ).toMatchObject({
      reminder: { remindAt: null, dismissOnIncomingMessage: true },
      snooze: { snoozeUntil: new Date(at), userSnoozedAt: null },
    });
  });

  test('reads the times of a reminder and a snooze under their older names, in milliseconds', () => {
    const [early, late] = [Date.parse('2026-08-15T07:00:00Z'), Date.parse('2026-08-16T07:00:00Z')];
    expect(
      chat({
        reminder: { remindAtMs: early },
        snooze: { snoozeUntilMs: late, userSnoozedAtMs: early },
      }),
    ).toMatchObject({
      reminder: { remindAt: new Date(early), dismissOnIncomingMessage: null },
      snooze: { snoozeUntil: new Date(late), userSnoozedAt: new Date(early) },
    });
    const iso = new Date(late).toISOString();
    expect(chat({ reminder: { remindAt: iso, remindAtMs: early } })?.reminder?.remindAt).toEqual(
      new Date(late),
    );
    expect(chat({ reminder: { remindAt: '', remindAtMs: early } })?.reminder?.remindAt).toEqual(
      new Date(early),
    );
    expect(chat({ reminder: { remindAt: null, remindAtMs: 0 } })?.reminder).toBeNull();
  });

  test.each([
    {},
    { remindAt: null, dismissOnIncomingMessage: null },
    { remindAt: '0001-01-01T00:00:00Z', remindAtMs: 0 },
    { snoozeUntil: '', userSnoozedAtMs: 0 },
    { text: '' },
    { text: '', attachments: {} },
    { text: '', attachments: null },
    { attachments: { a: 7 } },
  ])('has no draft, reminder, snooze or capabilities in the empty object %j', (value) => {
    expect(chat({ draft: value, reminder: value, snooze: value })).toMatchObject({
      draft: null,
      reminder: null,
      snooze: null,
    });
    expect(chat({ capabilities: {} })?.capabilities()).toBeNull();
    expect(chat({ capabilities: { maxTextLength: 0, state: { title: {} } } })?.capabilities()).toBeNull();
  });

  test('has a draft that is only files, or only white space', () => {
    expect(chat({ draft: { text: '', attachments: { a: { id: 'a' } } } })?.draft).toMatchObject({
      text: { value: '' },
      attachments: [{ key: 'a', value: { id: 'a' } }],
    });
    expect(chat({ draft: { attachments: { a: {} } } })?.draft?.text.value).toBe('');
    expect(chat({ draft: { text: ' ' } })?.draft?.text.value).toBe(' ');
  });

  test('has null for a size, duration or limit of 0, and 0 for a count', () => {
    const zero = { fileSize: 0, audioDurationSeconds: 0, size: { width: 0, height: 0 } };
    const limits = { maxTextLength: 0, editMaxCount: 0, editMaxAge: 0, deleteMaxAge: 0, reactionCount: 0 };
    const sizes = { maxCaptionLength: 0, maxSize: 0, maxWidth: 0, maxHeight: 0, maxDuration: 0 };
    const read = chat({
      unreadCount: 0,
      unreadMentionsCount: 0,
      lastReadMessageSortKey: 0,
      messageExpirySeconds: 0,
      participants: { items: [], total: 0 },
      draft: { text: 'x', attachments: { a: zero, b: { ...zero, size: { width: 1, height: 0 } } } },
      capabilities: {
        ...limits,
        poll: 0,
        attachments: { 'm.image': sizes },
        disappearingTimer: { timers: [0, 5] },
      },
    });

    expect(read).toMatchObject({
      unreadCount: 0,
      unreadMentionsCount: 0,
      lastReadMessageSortKey: '0',
      messageExpirySeconds: null,
      participants: { items: [], total: null },
    });
    const noSize = { fileSize: null, audioDurationSeconds: null, size: null };
    expect(read?.draft?.attachments).toMatchObject([
      { value: noSize },
      { value: { ...noSize, size: { width: 1, height: null } } },
    ]);
    const nulls = (fields: object) => Object.fromEntries(Object.keys(fields).map((name) => [name, null]));
    expect(read?.capabilities()).toMatchObject({
      ...nulls(limits),
      poll: 0,
      attachments: [{ value: nulls(sizes) }],
      disappearingTimer: { timers: [0, 5] },
    });
  });

  test('has no draft, reminder or snooze if the value is not an object', () => {
    for (const value of ['', 'later', 7, true, null]) {
      expect(chat({ draft: value, reminder: value, snooze: value })).toMatchObject({
        draft: null,
        reminder: null,
        snooze: null,
      });
    }
    expect(chat({ draft: {} })?.draft).toBeNull();
    expect(chat({ draft: { text: 'Hi' } })?.draft).toMatchObject({
      text: { value: 'Hi', isPlain: false },
    });
  });
});

describe('Participants', () => {
  test('without an ID are left out, and the others are kept', () => {
    const items = [
      { id: '@a:b', fullName: 'Ada' },
      { fullName: 'Nobody' },
      null,
      'x',
      { id: '' },
      { id: '@c:d' },
    ];
    const read = chat({ participants: { items, hasMore: true, total: 9 } })?.participants;
    expect(read?.items.map(({ id }) => id)).toEqual(['@a:b', '@c:d']);
    expect(read).toMatchObject({ hasMore: true, total: 9 });
  });

  test('can be empty, without a total', () => {
    const participants = { items: [] };
    expect(chat({ participants })?.participants).toEqual({ items: [], hasMore: null, total: null });
  });

  test.each([null, [], {}, { items: null }, { items: {} }, 'many'])(
    'are not known from %j',
    (participants) => {
      expect(chat({ participants })?.participants).toBeNull();
    },
  );

  test('have null for missing fields', () => {
    const [read] =
      chat({ participants: { items: [{ id: '@a:b', phoneNumber: '', isSelf: 'yes' }] } })?.participants
        ?.items ?? [];
    expect(read).toEqual({
      id: '@a:b',
      username: null,
      phoneNumber: null,
      email: null,
      fullName: null,
      imgURL: null,
      cannotMessage: null,
      isSelf: null,
      isAdmin: null,
      isPending: null,
      isNetworkBot: null,
    });
  });
});
