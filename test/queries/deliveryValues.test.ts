import { expect, test } from 'vitest';
import { startPair } from '../support/pair.ts';
import { readMessageSentWith, readMessages } from './readMessages.ts';

const at = '2026-08-14T08:00:00.000Z';
const later = '2026-08-14T08:05:00.000Z';
const kishan = '@kishan:beeper.com';

test('seen is returned for each of the three forms that networks report', async () => {
  await using pair = await startPair();
  const found = await readMessages(pair);
  const seenOf = (words: string) => found.find(({ text }) => text === words)?.seen;

  expect(seenOf('Seen by somebody')).toEqual({ isSeen: true, seenAt: null, by: null });
  expect(seenOf('Not seen yet')).toEqual({ isSeen: false, seenAt: null, by: null });
  expect(seenOf('Seen at a time')).toEqual({ isSeen: true, seenAt: later, by: null });
  expect(seenOf('Seen by two')).toEqual({
    isSeen: true,
    seenAt: null,
    by: [
      { participantID: kishan, isSeen: true, seenAt: later },
      { participantID: '@bela.brandt:beeper.com', isSeen: true, seenAt: null },
    ],
  });
  expect(seenOf('Plain text, nothing else')).toBeNull();
});

test.each([
  [{ [kishan]: false }, false, [false]],
  [{ [kishan]: false, b: true }, true, [false, true]],
  [{}, false, []],
])('for seen %j, isSeen is %s', async (seen, isSeen, each) => {
  await using pair = await startPair();

  const message = await readMessageSentWith(pair, { seen });

  expect(message.seen).toMatchObject({ isSeen, seenAt: null });
  expect(message.seen?.by?.map((one) => one.isSeen)).toEqual(each);
});

test('an unreadable entry of seen does not affect the others', async () => {
  await using pair = await startPair();

  const { seen } = await readMessageSentWith(pair, { seen: { [kishan]: later, b: null, c: 'soon' } });

  expect(seen?.by).toContainEqual({ participantID: kishan, isSeen: true, seenAt: later });
});

test.each([null, '', 'soon', 0, [], '0001-01-01T00:00:00Z'])(
  'an empty or unreadable seen is null: %j',
  async (seen) => {
    await using pair = await startPair();

    expect((await readMessageSentWith(pair, { seen })).seen).toBeNull();
  },
);

test('sendStatus is returned for each state of a message', async () => {
  await using pair = await startPair();
  const found = await readMessages(pair);
  const statusOf = (words: string) => found.find(({ text }) => text === words)?.sendStatus;
  const nothing = { reason: null, message: null, deliveredToUsers: null };

  expect(statusOf('Sent')).toEqual({
    ...nothing,
    status: 'SUCCESS',
    rawStatus: 'SUCCESS',
    timestamp: at,
    deliveredToUsers: [kishan],
  });
  expect(statusOf('Try again')).toEqual({
    ...nothing,
    status: 'FAIL_RETRIABLE',
    rawStatus: 'FAIL_RETRIABLE',
    timestamp: at,
    reason: 'm.event_not_handled',
    message: 'The network did not answer',
  });
  expect(statusOf('Refused')).toEqual({
    ...nothing,
    status: 'FAIL_PERMANENT',
    rawStatus: 'FAIL_PERMANENT',
    timestamp: at,
    reason: 'm.no_permission',
  });
  expect(statusOf('On its way')).toMatchObject({ status: 'PENDING', rawStatus: 'PENDING' });
  expect(found.find(({ text }) => text === 'On its way')?.id).toBe('m1694783291234567');
  expect(statusOf('Plain text, nothing else')).toBeNull();
});

test('the internal error of a bridge is not exposed', async () => {
  await using pair = await startPair();

  expect(JSON.stringify(await readMessages(pair))).not.toContain('dial tcp');
});
