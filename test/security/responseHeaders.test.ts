import { expect, test } from 'vitest';
import { startPair } from '../support/pair.ts';
import { newGatewayKey } from './gatewayKey.ts';
import { post, rawRequest } from './rawRequest.ts';

const about = '{ beeper { sandbox } }';

test('every response has the security headers and does not name the server software', async () => {
  const { key, stored } = newGatewayKey('web');
  await using pair = await startPair({ keys: [stored], graphiql: true });
  const headers = { 'x-gateway-key': key };
  const requests = {
    'a result': post(about, headers),
    'an error': post('{ nothing }', headers),
    'a rejected document': post(`{ ${'a '.repeat(2_000)} }`, headers),
    'a GET': { path: `/graphql?query=${about.replaceAll(' ', '%20')}`, headers },
    GraphiQL: { headers: { accept: 'text/html' } },
    'no key': post(about, {}),
    'a foreign host name': post(about, { host: 'evil.example' }),
    'a malformed host name': post(about, { host: 'evil.example:1:1' }),
    'another origin': post(about, { origin: 'https://evil.example' }),
    'a form': { ...post(about, headers), headers: { ...headers, 'content-type': 'text/plain' } },
    'malformed JSON': { ...post(about, { ...headers, 'content-type': 'application/json' }), body: '{' },
    'an unknown path': { path: '/nowhere', headers },
    'the wrong method': { method: 'DELETE', headers },
    '/health': { path: '/health' },
    '/ready': { path: '/ready' },
  };
  const statuses: Record<string, number> = {};
  for (const [name, request] of Object.entries(requests)) {
    const answer = await rawRequest(pair.gateway.origin, request);
    statuses[name] = answer.status;
    expect(answer.headers, name).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    for (const banner of ['server', 'x-powered-by', 'via', 'x-yoga-id'])
      expect(answer.headers).not.toHaveProperty(banner);
    expect(JSON.stringify(answer.headers)).not.toMatch(/yoga|node|graphiql/i);
  }
  expect(Object.values(statuses)).toEqual([
    200, 200, 200, 200, 200, 401, 421, 400, 403, 415, 400, 404, 405, 200, 200,
  ]);
});

test('the GraphiQL page can’t be framed and has no access to other hosts', async () => {
  await using pair = await startPair({ graphiql: true });
  const { headers } = await rawRequest(pair.gateway.origin, { headers: { accept: 'text/html' } });
  expect(headers['x-frame-options']).toBe('DENY');
  const policy = String(headers['content-security-policy']).split('; ');
  expect(policy).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]),
  );
  expect(policy.join(' ')).not.toMatch(/https?:|\*|unsafe-eval/);
});
