import { describe, expect, test } from 'vitest';
import { decodeCreatedChat } from '../../src/beeper/decode.ts';

describe('The answer to a write', () => {
  test.each([
    [{ chatID: '!a:b' }, '!a:b'],
    [{ id: '!a:b' }, '!a:b'],
    [{ id: '!a:b', chatID: '!old:b' }, '!a:b'],
    [{ id: '', chatID: '!a:b' }, '!a:b'],
    [{ id: null, chatID: '!a:b' }, '!a:b'],
    [{ id: 7, chatID: '!a:b' }, '!a:b'],
  ])('%j names the chat %s', (body, chatID) => {
    expect(decodeCreatedChat(body)).toEqual({ chatID, chat: null, status: null });
  });

  test.each([
    {},
    { id: '' },
    { chatID: null },
    { chatID: 7 },
    { status: 'created' },
    [],
    null,
    undefined,
    '!a:b',
  ])('%j names no chat', (body) => {
    expect(decodeCreatedChat(body)).toBeNull();
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
  ])('has of the status %j what is known: %j', (status, expected) => {
    expect(decodeCreatedChat({ chatID: '!a:b', status })?.status).toBe(expected);
  });

  test('brings the chat where it is the whole chat, under whichever name the ID comes', () => {
    const whole = { accountID: 'matrix', title: 'Ada', unreadCount: 0, status: 'created' };
    for (const ids of [{ id: '!a:b' }, { chatID: '!a:b' }, { id: '!a:b', chatID: '!a:b' }]) {
      const read = decodeCreatedChat({ ...whole, ...ids });
      expect(read).toMatchObject({
        chatID: '!a:b',
        status: 'created',
        chat: { id: '!a:b', accountID: 'matrix', title: 'Ada' },
      });
    }
  });
});
