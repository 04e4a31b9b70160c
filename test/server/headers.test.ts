import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { CreateChat, ReadChat } from '../support/documents.ts';
import { startGateway } from '../support/gateway.ts';

/** Headers that browsers, proxies and attackers send. */
const inbound = {
  cookie: 'session=secret',
  referer: 'https://evil.example/page',
  forwarded: 'for=10.0.0.1',
  'accept-language': 'de',
  'user-agent': 'a client',
  'x-forwarded-for': '10.0.0.1',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
  'x-real-ip': '10.0.0.1',
  'x-request-id': 'router-0001',
  'x-api-key': 'secret',
  'proxy-authorization': 'Basic c2VjcmV0',
};

test('the bearer token is the only caller header that reaches Beeper', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, accessToken: 'another-token' });
  const authorization = `Bearer ${sandbox.token}`;
  const headers = { ...inbound, authorization, origin: gateway.origin, 'x-gateway-key': 'secret' };
  const chat = { single: { accountID: 'matrix', participantID: '@kishan:beeper.com' } };
  await gateway.query(CreateChat, { input: chat }, { headers });
  await gateway.query(ReadChat, { id: 'x' }, { headers });

  const [info, create, read] = sandbox.calls;
  const always = ['accept', 'connection', 'host'];
  expect(Object.keys(info?.headers ?? {}).toSorted()).toEqual(always);
  expect(Object.keys(read?.headers ?? {}).toSorted()).toEqual([
    'accept',
    'authorization',
    'connection',
    'host',
  ]);
  expect(Object.keys(create?.headers ?? {}).toSorted()).toEqual([
    'accept',
    'authorization',
    'connection',
    'content-length',
    'content-type',
    'host',
  ]);
  expect(create?.headers).toMatchObject({
    accept: 'application/json',
    authorization: `Bearer ${sandbox.token}`,
    'content-type': 'application/json',
    host: new URL(sandbox.url).host,
  });
});

test('Basic credentials do not reach Beeper', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, accessToken: null });
  const headers = { authorization: 'Basic c2VjcmV0' };
  const { errors } = await gateway.query(ReadChat, { id: 'x' }, { headers });
  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  expect(sandbox.calls).toEqual([]);
});

test.each(['https://evil.example', 'http://localhost:3000', 'null'])(
  'no response has CORS headers for the origin %s',
  async (origin) => {
    await using sandbox = await startSandbox();
    await using gateway = await startGateway({ beeper: sandbox.url });
    const preflight = {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    };
    const answers = await Promise.all([
      fetch(`${gateway.origin}/graphql`, { method: 'OPTIONS', headers: preflight }),
      fetch(`${gateway.origin}/graphql?query={beeper{sandbox}}`, { headers: { origin } }),
      gateway.send('{ beeper { sandbox } }', {}, { headers: { origin } }),
      fetch(`${gateway.origin}/health`, { headers: { origin } }),
      fetch(`${gateway.origin}/ready`, { headers: { origin } }),
    ]);
    const names = answers.flatMap(({ headers }) => [...headers.keys()]);
    expect(names).toContain('content-type');
    expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([]);
  },
);

test('no response names the server software', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const { headers } = await gateway.send('{ beeper { sandbox } }');
  expect(headers.has('server')).toBe(false);
  expect(headers.has('x-powered-by')).toBe(false);
});
