import type { Plugin } from 'graphql-yoga';
import { type RefusalContext, refuse } from '../refusal.ts';
import { pathOf } from '../requestPath.ts';
import { acceptTest } from './acceptTest.ts';

/**
 * Refuses what can't be a GraphQL request: a path that is not exactly `path` (404), another method (405), or a client that accepts none of
 * the formats of a response (406). Yoga would check the last after it has executed the operation.
 */
export function useEndpoint(path: string): Plugin<object, RefusalContext> {
  return {
    onRequest(hook) {
      const { request } = hook;
      if (pathOf(request.url) !== path) {
        refuse(hook, {
          status: 404,
          code: 'NOT_FOUND',
          message: 'There is nothing at this path.',
          remedy: `Send GraphQL requests to the path ${path}.`,
        });
      } else if (request.method !== 'GET' && request.method !== 'POST') {
        refuse(hook, {
          status: 405,
          code: 'METHOD_NOT_ALLOWED',
          message: 'GraphQL requests are sent by GET or POST.',
          headers: { allow: 'GET, POST' },
        });
      } else if (!isAcceptable(request.headers.get('accept'))) {
        refuse(hook, {
          status: 406,
          code: 'NOT_ACCEPTABLE',
          message: `The client accepts none of the media types of a response: ${mediaTypes.join(', ')}.`,
        });
      }
    },
  };
}

/** What Yoga produces for the result of a query or mutation. */
const mediaTypes = [
  'application/graphql-response+json',
  'application/json',
  'text/event-stream',
  'multipart/mixed',
];

const isAcceptable = acceptTest(mediaTypes);
