import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { possibleTypes } from './possibleTypes.ts';

/** Types without an `id`: they are stored in their parent. */
const embedded = [
  'BeeperChatConnection',
  'BeeperChatEdge',
  'PageInfo',
  'SendMessagePayload',
  ...possibleTypes.BeeperError,
  ...possibleTypes.BeeperLiveEvent,
];

/** With the normalized cache: its queries show a chat in the newest state that any query or event had. */
export const createGraphcacheClient = (url: string, headers: Record<string, string> = {}) =>
  new Client({
    url,
    exchanges: [
      cacheExchange({
        possibleTypes,
        keys: Object.fromEntries(embedded.map((type) => [type, () => null])),
      }),
      fetchExchange,
    ],
    fetchSubscriptions: true,
    preferGetMethod: false,
    fetchOptions: { headers },
  });
