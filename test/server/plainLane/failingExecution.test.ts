import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createSchema, createYoga } from 'graphql-yoga';
import { expect, test } from 'vitest';
import { createHTTPServer } from '../../../src/http/httpServer.ts';
import { createPlainLane } from '../../../src/http/plainLane.ts';
import { useJSONRequests } from '../../../src/http/useJSONRequests.ts';

test('an operation whose execution fails as a whole is executed once, and Yoga tells the caller', async () => {
  let executions = 0;
  const lane = createPlainLane({ path: '/graphql', documents: new Map() });
  const failing = {
    onExecute({ setExecuteFn }: { setExecuteFn(run: () => never): void }) {
      setExecuteFn(() => {
        executions++;
        throw new Error('a secret of the executor');
      });
    },
  };
  const schema = createSchema({ typeDefs: 'type Query { a: Int } type Mutation { write: Int }' });
  const yoga = createYoga({
    schema,
    plugins: [lane.plugin, useJSONRequests({ maxBytes: 1_000 }), failing],
    cors: false,
    graphiql: false,
    logging: false,
  });
  const { http } = createHTTPServer(lane.inFrontOf(yoga));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');

  const response = await fetch(`http://127.0.0.1:${(http.address() as AddressInfo).port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'mutation { write }' }),
  });
  const answer = await response.text();
  http.close();
  http.closeAllConnections();

  expect(executions).toBe(1);
  expect(response.status).toBe(500);
  expect(JSON.parse(answer)).toMatchObject({ errors: [{ message: 'Unexpected error.' }] });
  expect(answer).not.toContain('secret');
});
