import * as z from 'zod';
import { json } from '../server/response.ts';
import { defineRoute } from '../server/route.ts';
import { findChats } from './chats.ts';
import { findWords } from './messageSearch.ts';

export const searchRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/search',
    query: z.object({ query: z.string().min(1) }),
    handler: ({ app, query: { query } }) =>
      json({
        results: {
          chats: findChats(app, query, 'titles'),
          in_groups: findChats(app, query, 'participants', 'group'),
          messages: findWords(app, query),
        },
      }),
  }),
];
