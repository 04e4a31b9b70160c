/** Every path of Beeper's API that the gateway calls. */
const routes = [
  '/v1/info',
  '/v1/accounts',
  '/v1/accounts/{accountID}/contacts',
  '/v1/accounts/{accountID}/contacts/list',
  '/v1/assets/serve',
  '/v1/assets/upload',
  '/v1/bridges',
  '/v1/bridges/{bridgeID}',
  '/v1/bridges/{bridgeID}/capabilities',
  '/v1/chats',
  '/v1/chats/search',
  '/v1/chats/start',
  '/v1/chats/{chatID}',
  '/v1/chats/{chatID}/archive',
  '/v1/chats/{chatID}/messages',
  '/v1/chats/{chatID}/messages/{messageID}',
  '/v1/chats/{chatID}/messages/{messageID}/reactions',
  '/v1/chats/{chatID}/messages/{messageID}/reactions/{reactionKey}',
  '/v1/chats/{chatID}/notify-anyway',
  '/v1/chats/{chatID}/read',
  '/v1/chats/{chatID}/reminders',
  '/v1/chats/{chatID}/unread',
  '/v1/focus',
  '/v1/labels',
  '/v1/messages/search',
  '/v1/search',
  '/v1/ws',
].map((route) => ({ route, parts: route.split('/') }));

/**
 * Names a path for metrics and traces, which must not hold the ID of a chat, and have room for few names only.
 * @param path with or without a query.
 * @returns one of the routes above; `other` for a path that has none.
 */
export function routeOf(path: string): string {
  const end = path.indexOf('?');
  const parts = (end === -1 ? path : path.slice(0, end)).split('/');
  return routes.find((one) => matches(one.parts, parts))?.route ?? 'other';
}

const matches = (pattern: readonly string[], parts: readonly string[]): boolean =>
  pattern.length === parts.length &&
  pattern.every((part, index) => part === parts[index] || part.startsWith('{'));
