import { describe, expect, test } from 'vitest';
import { hostileRequest, randomOf, shapes } from '../../support/hostileRequests.ts';
import { sendParts, textOf, useTwin } from '../../support/twinRequests.ts';

describe('hostile requests', () => {
  const twin = useTwin({ graphiql: false });

  test.each(Object.keys(shapes))('%s', async (name) => {
    const random = randomOf(20_260_101);
    for (const size of [1_000, 1_000, 1_000, 20_000]) {
      const { body, path = '/graphql' } = hostileRequest(name, size, random);
      const line = `${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1`;
      const text = textOf({ line, body: body ?? '' });
      const { responses, calls } = await twin().run(({ gateway }) => sendParts(gateway, [text]));
      expect(responses).toHaveLength(1);
      if (responses[0]?.response.includes('QUERY_TOO_COMPLEX')) expect(calls).toEqual([]);
    }
  });
});
