import { expect, test } from 'vitest';
import { routes } from '../../src/sandbox/routes/routes.ts';
import { matchRoute } from '../../src/sandbox/server/matchRoute.ts';

const match = (method: string, path: string) => {
  const found = matchRoute(routes, method, path);
  return found && { route: found.route.name, params: found.params };
};

test('each path segment is decoded on its own, so an encoded slash or number sign stays part of its ID', () => {
  expect(match('GET', '/v1/chats/imsg%23%23thread%3Aa%2Fb/messages/1')).toEqual({
    route: 'GET /v1/chats/{chatID}/messages/{messageID}',
    params: { chatID: 'imsg##thread:a/b', messageID: '1' },
  });
});

test('a literal segment wins over a parameter, in any order of the routes', () => {
  for (const ordered of [routes, routes.toReversed()]) {
    const name = (path: string) => matchRoute(ordered, 'GET', path)?.route.name;
    expect(name('/v1/chats/search?query=x')).toBe('GET /v1/chats/search');
    expect(name('/v1/accounts/a/contacts/list')).toBe('GET /v1/accounts/{accountID}/contacts/list');
  }
});

test.each([
  ['GET', '/v1/chats/'],
  ['GET', '/v1/chats/%E0%A4%A'],
  ['GET', '/v1/chats/a/b'],
  ['DELETE', '/v1/chats/a'],
  ['GET', '/v1/chats/start/x'],
  ['GET', '*'],
])('%s %s matches no route', (method, path) => {
  expect(match(method, path)).toBeNull();
});
