import { expect, test } from 'vitest';
import { matchRoute } from '../../src/sandbox/server/matchRoute.ts';

test('Segments are decoded one by one, so an encoded slash or number sign stays inside its ID', () => {
  expect(matchRoute('GET', '/v1/chats/imsg%23%23thread%3Aa%2Fb/messages/1')).toEqual({
    route: 'GET /v1/chats/{chatID}/messages/{messageID}',
    params: { chatID: 'imsg##thread:a/b', messageID: '1' },
  });
});

test('A fixed segment goes before an ID', () => {
  expect(matchRoute('GET', '/v1/chats/search?query=x')?.route).toBe('GET /v1/chats/search');
  expect(matchRoute('GET', '/v1/accounts/a/contacts/list')?.route).toBe(
    'GET /v1/accounts/{accountID}/contacts/list',
  );
});

test.each([
  ['GET', '/v1/chats/'],
  ['GET', '/v1/chats/%E0%A4%A'],
  ['GET', '/v1/chats/a/b'],
  ['DELETE', '/v1/chats/a'],
  ['GET', '/v1/chats/start/x'],
  ['GET', '*'],
])('%s %s matches no route', (method, path) => {
  expect(matchRoute(method, path)).toBeNull();
});
