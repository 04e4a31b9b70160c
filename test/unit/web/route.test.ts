import { expect, test } from 'vitest';
import { parseHash } from '../../../examples/web/src/ui/route.ts';

test('an address that is broken shows the inbox', () => {
  expect(parseHash('#/chat/%')).toEqual({ page: 'inbox', chatID: null });
  expect(parseHash('#/chat/%/help')).toEqual({ page: 'help', chatID: null });
  expect(parseHash('#/chat/a%2Fb/new')).toEqual({ page: 'new', chatID: 'a/b' });
});
