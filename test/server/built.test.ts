import { expect, test } from 'vitest';
import { startBuilt } from '../support/process.ts';

const post = (origin: string, query: string, variables = {}) =>
  fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });

test('the built server needs no node_modules: it answers, knows its own errors, and shows GraphiQL', async () => {
  await using server = await startBuilt();
  const origin = await server.origin();

  const created = await post(
    origin,
    'mutation { startChat(input: { accountID: "playground", user: { username: "works" } }) { __typename } }',
  );
  const failed = await post(
    origin,
    'mutation { startChat(input: { accountID: "playground", user: { username: "rate-limited" } }) { __typename ... on BeeperError { code } } }',
  );
  const refused = await post(origin, 'query ($id: ID!) { chat(id: $id) { id } }', { id: {} });
  const subgraph = await post(origin, '{ _service { sdl } }');
  const page = await fetch(`${origin}/graphql`, { headers: { accept: 'text/html' } });

  expect(await created.json()).toEqual({ data: { startChat: { __typename: 'StartChatPayload' } } });
  expect(await failed.json()).toEqual({
    data: { startChat: { __typename: 'BeeperRateLimitedError', code: 'RATE_LIMITED' } },
  });
  expect((await refused.json()).errors[0].message).toContain('ID cannot represent value');
  expect((await subgraph.json()).data._service.sdl).toContain('input CreateChatInput @oneOf');
  expect(await page.text()).toContain('<title>Beeper GraphQL (sandbox)</title>');
});

test('the built server in production logs JSON and ends with code 0 on SIGTERM', async () => {
  await using server = await startBuilt({ NODE_ENV: 'production', BEEPER_URL: 'http://127.0.0.1:1' });
  await server.prints(/"msg":"Serving"/);

  server.kill('SIGTERM');

  expect(await server.ends()).toEqual({ code: 0, signal: null });
  for (const line of server.stdout.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
  expect(server.stderr).toBe('');
});
