import { expect, test } from 'vitest';
import { inputPathOf } from '../../src/beeper/inputPath.ts';

const paths = {
  '': ['input', 'group'],
  participantIDs: ['input', 'group', 'participantIDs'],
  'first.0': ['input', 'first'],
  user: ['input', 'user'],
  'user.email': ['input', 'user', 'email'],
};

test.each([
  [['body', 'participantIDs'], 'input.group.participantIDs'],
  [['body', 'participantIDs', 2], 'input.group.participantIDs.2'],
  [['participantIDs', 2, 'id'], 'input.group.participantIDs.2'],
  [['params', 'first', 0], 'input.first'],
  [['body', 'user', 'email'], 'input.user.email'],
  [['body', 'user', 'nickname'], 'input.user'],
  [['body', 'mode'], 'input.group'],
  [['body'], 'input.group'],
  [[], 'input.group'],
  [['body', 'constructor'], 'input.group'],
  [['body', 'toString', 0], 'input.group'],
])('Beeper’s path %j is %s in the input', (path, expected) => {
  expect(inputPathOf(paths, path).join('.')).toBe(expected);
});

test('a path that no entry names is the input as a whole', () => {
  expect(inputPathOf({}, ['body', 'mode'])).toEqual(['input']);
});
