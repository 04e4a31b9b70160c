import { describe, expect, test } from 'vitest';
import { createChat } from '../../src/beeper/chats/api.ts';

const { result: read } = createChat({
  accountID: 'matrix',
  participantIDs: ['@ada:beeper.com'],
  type: 'single',
});

describe('The result of creating a chat', () => {
  test.each([
    [{ chatID: '!a:b' }, '!a:b'],
    [{ id: '!a:b' }, '!a:b'],
    [{ id: '!a:b', chatID: '!old:b' }, '!a:b'],
    [{ id: '', chatID: '!a:b' }, '!a:b'],
    [{ id: null, chatID: '!a:b' }, '!a:b'],
    [{ id: {}, chatID: '!a:b' }, '!a:b'],
    [{ chatID: 5639 }, '5639'],
  ])('from %j has the chat ID %s', (body, chatID) => {
    expect(read(body)).toEqual({ chatID, status: null, delivery: 'accepted' });
  });

  test.each([
    {},
    { id: '' },
    { chatID: null },
    { chatID: true },
    { status: 'created' },
    [],
    null,
    undefined,
    '!a:b',
  ])('can’t be read from %j', (body) => {
    expect(read(body)).toBeNull();
  });

  test.each([
    ['existing', 'existing'],
    ['created', 'created'],
    ['invited', null],
    ['EXISTING', null],
    ['', null],
    [null, null],
    [true, null],
    [undefined, null],
  ])('with the status %j has the status %j', (status, expected) => {
    expect(read({ chatID: '!a:b', status })?.status).toBe(expected);
  });

  test('holds nothing but the ID, the status and the delivery, and is read from itself on a replay', () => {
    const kept = read({ id: '!a:b', status: 'created', title: 'Ada', participants: { items: [] } });

    expect(kept).toEqual({ chatID: '!a:b', status: 'created', delivery: 'accepted' });
    expect(read(kept)).toEqual(kept);
  });

  const failed = { sendStatus: { status: 'FAIL_PERMANENT', message: 'No' } };
  test.each([
    [{}, 'accepted'],
    [{ sendStatus: null, preview: null, error: '', success: true }, 'accepted'],
    [{ sendStatus: { status: 'SUCCESS' } }, 'accepted'],
    [{ sendStatus: { status: 'pending' } }, 'accepted'],
    [{ preview: { id: '1', text: 'Hello' } }, 'accepted'],
    [failed, 'failed'],
    [{ sendStatus: { status: 'fail_retriable' } }, 'failed'],
    [{ sendStatus: 'FAILED' }, 'failed'],
    [{ preview: failed }, 'failed'],
    [{ message: failed }, 'failed'],
    [{ sendStatus: { status: 'SUCCESS' }, preview: failed }, 'failed'],
    [{ ...failed, error: 'No' }, 'failed'],
    [{ preview: { ...failed, isSender: true } }, 'failed'],
    [{ preview: { ...failed, isSender: false } }, 'accepted'],
    [{ sendStatus: { status: 'QUEUED' } }, 'unclear'],
    [{ preview: { sendStatus: { status: 'UNSUCCESSFUL' } } }, 'unclear'],
    [{ error: 'sending first message failed' }, 'unclear'],
    [{ error: { code: 'X' } }, 'unclear'],
    [{ success: false }, 'unclear'],
    [{ message: 'Chat created' }, 'accepted'],
  ])('with %j reports the first message as %s, and is read from itself', (answer, delivery) => {
    const created = read({ chatID: '!a:b', ...answer });

    expect(created?.delivery).toBe(delivery);
    expect(read(created)).toEqual(created);
  });
});
