import { expect, test } from 'vitest';
import { placeOfChat, placeOfMessage } from '../../../examples/web/src/data/placement.ts';

const message = (sortKey: string | null, minute: number | null, chatID = 'a') => ({
  chatID,
  sortKey,
  timestamp: minute === null ? null : `2026-01-01T00:${String(minute).padStart(2, '0')}:00.000Z`,
});

const list = [message('30', 30), message('20', 20), message('-10', 10)];

for (const [what, added, isWhole, place] of [
  ['newer than all goes first', message('31', 31), false, 0],
  ['between two goes between them', message('25', 25), false, 1],
  ['with a negative sort key goes by its value', message('-9', 9), false, 2],
  ['older than all that was read comes with its page', message('-11', 5), false, null],
  ['older than all goes last in a conversation that was read as a whole', message('-11', 5), true, 3],
  ['with a wrong time goes by its sort key', message('25', 5), false, 1],
  ['with a sort key beyond 2^53 goes by all of its digits', message('9007199254740993', 5), false, 0],
  ['without a sort key goes by its time', message(null, 25), false, 1],
  ['of another chat of a merged one goes by its time', message('1', 25, 'b'), false, 1],
  ['without sort key and time is taken for the newest', message(null, null), false, 0],
] as const) {
  test(`a message ${what}`, () => {
    expect(placeOfMessage(list, added, isWhole)).toBe(place);
  });
}

const hours = ['2026-01-01T03:00:00.000Z', '2026-01-01T02:00:00.000Z', null];

for (const [what, time, isWhole, place] of [
  ['with the newest activity goes first', '2026-01-01T04:00:00.000Z', false, 0],
  ['goes between the others by its last activity', '2026-01-01T02:30:00.000Z', false, 1],
  ['without activity is not among those that were read', null, false, null],
  ['without activity is the last of all', null, true, 3],
] as const) {
  test(`a chat ${what}`, () => {
    expect(placeOfChat(hours, time, isWhole)).toBe(place);
  });
}
