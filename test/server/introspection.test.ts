import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { startGateway } from '../support/gateway.ts';

const introspections = [
  '{ __schema { types { name } } }',
  '{ __type(name: "Query") { name } }',
  'query { beeper { sandbox } ...All } fragment All on Query { __schema { queryType { name } } }',
];

test('with GraphiQL on, browsers get its page and introspection works', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, graphiql: true });
  const page = await fetch(`${gateway.origin}/graphql`, { headers: { accept: 'text/html' } });
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toMatch(/^text\/html/);
  expect(await page.text()).toContain('<title>Beeper GraphQL (sandbox)</title>');
  for (const query of introspections) {
    expect(await (await gateway.send(query)).json()).not.toHaveProperty('errors');
  }
});

test('with GraphiQL off, browsers get no page', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, graphiql: false });
  for (const path of ['/graphql', '/', '/graphiql']) {
    const answer = await fetch(gateway.origin + path, { headers: { accept: 'text/html' } });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).not.toContain('<');
  }
});

test.each(introspections)('with GraphiQL off, introspection is rejected: %s', async (query) => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, graphiql: false });
  const answer = (await (await gateway.send(query)).json()) as { data?: unknown };
  expect(answer.data).toBeUndefined();
  expect(JSON.stringify(answer)).toContain('introspection has been disabled');
});

test('with GraphiQL off, operations work', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, graphiql: false });
  const answer = await gateway.send('{ __typename beeper { __typename reachable } }');
  expect(await answer.json()).toEqual({
    data: { __typename: 'Query', beeper: { __typename: 'BeeperServer', reachable: true } },
  });
});
