import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { consent, type Decision } from '../support/consent.ts';

const redirectURI = 'http://127.0.0.1:1/callback';
const verifier = 'v'.repeat(43);
const challenge = createHash('sha256').update(verifier).digest('base64url');

const post = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields) });

async function register(sandbox: Sandbox, metadata: object = {}): Promise<Response> {
  return fetch(`${sandbox.url}/oauth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_name: 'Test <b>', redirect_uris: [redirectURI], ...metadata }),
  });
}

async function authorizationURL(sandbox: Sandbox, changes: Record<string, string> = {}) {
  const { client_id } = (await (await register(sandbox)).json()) as { client_id: string };
  const parameters = {
    client_id,
    redirect_uri: redirectURI,
    response_type: 'code',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 'st',
    ...changes,
  };
  return `${sandbox.url}/oauth/authorize?${new URLSearchParams(parameters)}`;
}

async function redeem(sandbox: Sandbox, code: string, changes: Record<string, string> = {}) {
  const fields = { grant_type: 'authorization_code', code, code_verifier: verifier, ...changes };
  const response = await post(`${sandbox.url}/oauth/token`, fields);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** @returns an access token for which a person decided so. */
async function newToken(sandbox: Sandbox, decision: Decision = {}): Promise<string> {
  const redirect = await consent(await authorizationURL(sandbox), decision);
  const { body } = await redeem(sandbox, redirect.searchParams.get('code') ?? '');
  return String(body.access_token);
}

const call = (sandbox: Sandbox, token: string, method = 'GET', path = '/v1/accounts') =>
  fetch(sandbox.url + path, { method, headers: { authorization: `Bearer ${token}` } });

const introspect = async (sandbox: Sandbox, token: string) =>
  (await post(`${sandbox.url}/oauth/introspect`, { token })).json() as Promise<Record<string, unknown>>;

test('the metadata names the endpoints and what they support', async () => {
  await using sandbox = await startSandbox();
  const read = async (name: string) => (await fetch(`${sandbox.url}/.well-known/${name}`)).json();

  const server = await read('oauth-authorization-server');
  expect(server).toMatchObject({
    issuer: sandbox.url,
    authorization_endpoint: `${sandbox.url}/oauth/authorize`,
    scopes_supported: ['read', 'write'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none'],
  });
  // As on real apps.
  expect(server).not.toHaveProperty('introspection_endpoint');
  expect(await read('oauth-protected-resource')).toMatchObject({ authorization_servers: [sandbox.url] });
});

test('a code becomes a token that the API accepts, introspection describes and revocation ends', async () => {
  await using sandbox = await startSandbox();
  const page = await fetch(await authorizationURL(sandbox));
  expect(await page.text()).toContain('Test &lt;b&gt;');

  const redirect = await consent(await authorizationURL(sandbox));
  expect(redirect.origin + redirect.pathname).toBe(redirectURI);
  expect(redirect.searchParams.get('state')).toBe('st');
  const { status, body } = await redeem(sandbox, redirect.searchParams.get('code') ?? '');
  expect(status).toBe(200);
  expect(body).toMatchObject({ token_type: 'Bearer', scope: 'read write', expires_in: 2_592_000 });

  const token = String(body.access_token);
  expect((await call(sandbox, token)).status).toBe(200);
  expect((await call(sandbox, token, 'GET', '/oauth/userinfo')).status).toBe(200);
  expect(await introspect(sandbox, token)).toMatchObject({ active: true, scope: 'read write' });

  expect((await post(`${sandbox.url}/oauth/revoke`, { token })).status).toBe(200);
  expect((await call(sandbox, token)).status).toBe(401);
  expect(await introspect(sandbox, token)).toEqual({ active: false });
});

test('a token without sensitive actions reads and gets 401 for writes', async () => {
  await using sandbox = await startSandbox();
  const token = await newToken(sandbox, { sensitive: false });
  expect(await introspect(sandbox, token)).toMatchObject({ scope: 'read' });
  expect((await call(sandbox, token)).status).toBe(200);
  expect((await call(sandbox, token, 'POST', '/v1/chats/5600/archive')).status).toBe(401);
});

test('an expired token gets 401 and is not active', async () => {
  await using sandbox = await startSandbox({ tokenLifetimeMs: 0 });
  const token = await newToken(sandbox);
  const response = await call(sandbox, token);
  expect(response.status).toBe(401);
  expect(await response.json()).toEqual({ message: 'Token expired', code: 'unauthorized' });
  expect(await introspect(sandbox, token)).toEqual({ active: false });
});

test('a person who denies is sent back with an error, and can’t decide twice', async () => {
  await using sandbox = await startSandbox();
  const redirect = await consent(await authorizationURL(sandbox), { decision: 'deny' });
  expect(Object.fromEntries(redirect.searchParams)).toMatchObject({ error: 'access_denied', state: 'st' });

  const callback = sandbox.calls.at(-1)?.body ?? '';
  const again = await fetch(`${sandbox.url}/oauth/authorize/callback`, {
    method: 'POST',
    body: new URLSearchParams(callback),
  });
  expect(again.status).toBe(400);
});

test.each([
  ['a code that was used', async (sandbox: Sandbox, code: string) => void (await redeem(sandbox, code)), {}],
  ['another verifier', null, { code_verifier: 'w'.repeat(43) }],
  ['another client', null, { client_id: 'other' }],
  ['another redirect URI', null, { redirect_uri: 'http://127.0.0.1:2/callback' }],
])('no token is issued for %s', async (_, before, changes) => {
  await using sandbox = await startSandbox();
  const code = (await consent(await authorizationURL(sandbox))).searchParams.get('code') ?? '';
  await before?.(sandbox, code);
  expect(await redeem(sandbox, code, changes)).toMatchObject({
    status: 400,
    body: { error: 'invalid_grant' },
  });
});

test('no token is issued for an expired code', async () => {
  await using sandbox = await startSandbox({ codeLifetimeMs: 0 });
  const code = (await consent(await authorizationURL(sandbox))).searchParams.get('code') ?? '';
  expect(await redeem(sandbox, code)).toMatchObject({ status: 400 });
});

test.each([
  [{ response_type: 'token' }, 'unsupported_response_type'],
  [{ code_challenge: '' }, 'invalid_request'],
  [{ code_challenge_method: 'plain' }, 'invalid_request'],
  [{ scope: 'read admin' }, 'invalid_scope'],
])('a request for access with %j is sent back with %s', async (changes: Record<string, string>, error) => {
  await using sandbox = await startSandbox();
  const redirect = await consent(await authorizationURL(sandbox, changes));
  expect(redirect.searchParams.get('error')).toBe(error);
});

test('a redirect URI that is not registered gets an error and no redirect', async () => {
  await using sandbox = await startSandbox();
  for (const changes of [{ redirect_uri: 'http://127.0.0.1:2/callback' }, { client_id: 'unknown' }]) {
    const response = await fetch(await authorizationURL(sandbox, changes as Record<string, string>), {
      redirect: 'manual',
    });
    expect(response.status).toBe(400);
  }
});

test('only redirects to this machine can be registered', async () => {
  await using sandbox = await startSandbox();
  const status = async (metadata: object) => (await register(sandbox, metadata)).status;
  expect(await status({ redirect_uris: ['https://example.com/callback'] })).toBe(400);
  expect(await status({ redirect_uris: [] })).toBe(400);
  expect(await status({ client_name: '' })).toBe(400);
  expect(await status({ redirect_uris: ['app.example:/callback'] })).toBe(201);
});

test('apps before 4.2.557 do not introspect, and other servers have no OAuth', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.500' });
  expect((await post(`${sandbox.url}/oauth/introspect`, { token: 'x' })).status).toBe(404);
  expect((await fetch(`${sandbox.url}/.well-known/oauth-authorization-server`)).status).toBe(200);
  sandbox.appName = 'Other';
  expect((await fetch(`${sandbox.url}/.well-known/oauth-authorization-server`)).status).toBe(404);
});
