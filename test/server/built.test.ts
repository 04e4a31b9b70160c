import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startBuilt } from '../support/process.ts';

const post = (origin: string, query: string, variables = {}) =>
  fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });

test('the built server works without node_modules: mutations, typed errors, validation, subgraph SDL and GraphiQL', async () => {
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
  const rejected = await post(origin, 'query ($id: ID!) { chat(id: $id) { id } }', { id: {} });
  const subgraph = await post(origin, '{ _service { sdl } }');
  const page = await fetch(`${origin}/graphql`, { headers: { accept: 'text/html' } });

  expect(await created.json()).toEqual({ data: { startChat: { __typename: 'StartChatPayload' } } });
  expect(await failed.json()).toEqual({
    data: { startChat: { __typename: 'BeeperRateLimitedError', code: 'RATE_LIMITED' } },
  });
  expect((await rejected.json()).errors[0].message).toContain('ID cannot represent value');
  expect((await subgraph.json()).data._service.sdl).toContain('input CreateChatInput @oneOf');
  expect(await page.text()).toContain('<title>Beeper GraphQL (sandbox)</title>');
});

test('the built server logs JSON in production and exits with code 0 on SIGTERM', async () => {
  await using server = await startBuilt({ NODE_ENV: 'production', BEEPER_URL: 'http://127.0.0.1:1' });
  await server.prints(/"msg":"Listening"/);

  server.kill('SIGTERM');

  expect(await server.ends()).toEqual({ code: 0, signal: null });
  for (const line of server.stdout.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
  expect(server.stderr).toBe('');
});

const dist = join(import.meta.dirname, '../../dist');
const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.js'),
);

test('the built code is ASCII, of which Node keeps one byte for each character and not two', () => {
  const other = scripts.filter((path) => /[^\0-\x7f]/.test(readFileSync(join(dist, path), 'latin1')));

  expect(scripts).toContain('server.js');
  expect(other).toEqual([]);
});
