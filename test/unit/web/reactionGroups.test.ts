import { expect, test } from 'vitest';
import { groupReactions, stillPending } from '../../../examples/web/src/conversation/reactionGroups.ts';

const by = (participantID: string, reactionKey: string) => ({ participantID, reactionKey });
const me = new Set(['@me']);
const shown = (...args: Parameters<typeof groupReactions>) =>
  groupReactions(...args).map(({ key, count, isOwn }) => `${key} ${count}${isOwn ? ' own' : ''}`);

test('reactions are counted by emoji, with and without variation selector, and the own are marked', () => {
  const reactions = [by('@a', '👍'), by('@b', '❤️'), by('@me', '❤'), by('@c', '👍')];
  expect(shown(reactions, me)).toEqual(['👍 2', '❤️ 2 own']);
});

test('what was asked for is shown until the message tells it', () => {
  const reactions = [by('@a', '👍'), by('@me', '👍')];
  const pending = new Map([
    ['😂', true],
    ['👍', false],
  ]);
  expect(shown(reactions, me, pending)).toEqual(['👍 1', '😂 1 own']);
  expect(stillPending(pending, reactions, me)).toEqual(pending);
  expect(stillPending(pending, [by('@a', '👍'), by('@me', '😂')], me)).toEqual(new Map());
  expect(shown([by('@me', '👍')], me, new Map([['👍', false]]))).toEqual([]);
  // Told already: it is not counted twice.
  expect(shown([by('@me', '😂')], me, new Map([['😂', true]]))).toEqual(['😂 1 own']);
});
