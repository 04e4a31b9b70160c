import { request } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { type LogInOptions, logIn } from '../../src/cli/login/logIn.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { consent } from '../support/consent.ts';

const metadataRoute = 'GET /.well-known/oauth-authorization-server';

/** Logs in, while `decide` is the person with a browser: it gets the URL of the page on which to decide. Settles after both. */
function logInBy(sandbox: Sandbox, decide: (url: string) => unknown, options: Partial<LogInOptions> = {}) {
  let decided: Promise<unknown> = Promise.resolve();
  const show = (url: string) => {
    decided = Promise.resolve(decide(url)).catch(() => {});
  };
  const login = logIn({ beeper: sandbox.url, scope: 'read write', timeoutMs: 20_000, show, ...options });
  return login.finally(() => decided);
}

async function metadataOf(sandbox: Sandbox): Promise<Record<string, unknown>> {
  return (await fetch(`${sandbox.url}/.well-known/oauth-authorization-server`)).json() as never;
}

/** Sends the browser to where Beeper redirects it, after a change of the parameters. */
async function follow(url: URL, changes: Record<string, string> = {}): Promise<Response> {
  for (const [name, value] of Object.entries(changes)) url.searchParams.set(name, value);
  return fetch(url);
}

test('a login registers the address on which it listens, and gets a token with PKCE', async () => {
  await using sandbox = await startSandbox();
  let page: Response | undefined;
  const token = await logInBy(sandbox, async (url) => {
    page = await follow(await consent(url));
  });

  expect(token).toMatchObject({ beeper: sandbox.url, scope: 'read write' });
  expect(Date.parse(token.expiresAt ?? '')).toBeGreaterThan(Date.now());
  const accounts = { headers: { authorization: `Bearer ${token.accessToken}` } };
  expect((await fetch(`${sandbox.url}/v1/accounts`, accounts)).status).toBe(200);

  const registration = sandbox.calls.find(({ route }) => route === 'POST /oauth/register')?.json;
  const authorization = sandbox.calls.find(({ route }) => route === 'GET /oauth/authorize')?.path ?? '';
  const asked = new URL(authorization, sandbox.url).searchParams;
  const redirectURI = asked.get('redirect_uri');
  expect(redirectURI).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
  expect(registration).toMatchObject({ redirect_uris: [redirectURI], token_endpoint_auth_method: 'none' });
  expect(asked.get('code_challenge_method')).toBe('S256');

  expect(page?.status).toBe(200);
  expect(await page?.text()).toContain('You can close this window.');
  expect(page?.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page?.headers.get('referrer-policy')).toBe('no-referrer');
  // Nothing listens any more.
  await expect(fetch(redirectURI ?? '')).rejects.toThrow('fetch failed');
});

test('a read-only login asks for the scope read, and tells what was granted', async () => {
  await using sandbox = await startSandbox();
  const asked = await logInBy(sandbox, async (url) => follow(await consent(url)), { scope: 'read' });
  expect(asked.scope).toBe('read');

  const unchecked = await logInBy(sandbox, async (url) => follow(await consent(url, { sensitive: false })));
  expect(unchecked.scope).toBe('read');
});

test('localhost is the same server as the 127.0.0.1 by which Beeper names itself', async () => {
  await using sandbox = await startSandbox();
  const beeper = sandbox.url.replace('127.0.0.1', 'localhost');
  const token = await logInBy(sandbox, async (url) => follow(await consent(url)), { beeper });
  expect(token.beeper).toBe(beeper);
});

test('whoever denies gets no token', async () => {
  await using sandbox = await startSandbox();
  let page: Response | undefined;
  const login = logInBy(sandbox, async (url) => {
    page = await follow(await consent(url, { decision: 'deny' }));
  });
  await expect(login).rejects.toThrow('Access was denied in Beeper. Nothing was saved.');
  expect(page?.status).toBe(400);
  expect(sandbox.calls.map(({ route }) => route)).not.toContain('POST /oauth/token');
});

test('another error is told with what Beeper says of it, without control characters', async () => {
  await using sandbox = await startSandbox();
  const login = logInBy(sandbox, async (url) => {
    const { searchParams } = new URL(url);
    const callback = new URL(searchParams.get('redirect_uri') ?? '');
    callback.searchParams.set('state', searchParams.get('state') ?? '');
    await follow(callback, { error: 'server_error', error_description: 'Not \u001b[2J now' });
  });
  await expect(login).rejects.toThrow('Beeper issued no token: server_error (Not  [2J now).');
});

test('only the callback with the state of this login counts, and only once', async () => {
  await using sandbox = await startSandbox();
  const statuses: Record<string, number> = {};
  const token = await logInBy(sandbox, async (url) => {
    const redirect = await consent(url);
    const status = async (name: string, target: URL | string, init?: RequestInit) => {
      statuses[name] = (await fetch(target, init)).status;
    };
    const wrong = new URL(redirect);
    wrong.searchParams.set('state', 'wrong');
    await status('another state', wrong);
    await status('an error without state', new URL('?error=access_denied', redirect));
    const twice = new URL(redirect);
    twice.searchParams.append('state', 'x');
    await status('two states', twice);
    await status('another path', new URL('/favicon.ico', redirect));
    await status('another method', redirect, { method: 'POST' });
    statuses['another host'] = await statusFor(redirect, `attacker.example:${redirect.port}`);
    // Its answer waits for the token, so the second callback arrives before the login has ended.
    sandbox.next('POST /oauth/token', { delayMs: 200 });
    const first = fetch(redirect);
    await expect.poll(() => sandbox.calls.at(-1)?.route).toBe('POST /oauth/token');
    await status('a second callback', redirect);
    statuses['the callback'] = (await first).status;
  });

  expect(statuses).toEqual({
    'another state': 400,
    'an error without state': 400,
    'two states': 400,
    'another path': 404,
    'another method': 404,
    'another host': 404,
    'a second callback': 400,
    'the callback': 200,
  });
  expect(token.accessToken).toMatch(/^sandbox_/);
  expect(sandbox.calls.filter(({ route }) => route === 'POST /oauth/token')).toHaveLength(1);
});

/** fetch sends no other `Host` than that of the URL. */
const statusFor = (url: URL, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => resolve(response.resume().statusCode ?? 0))
      .on('error', reject)
      .end();
  });

test.each([
  ['comes from another server', { iss: 'http://127.0.0.1:1' }],
  ['does not name its server', {}],
])('if Beeper announces iss, an answer that %s is refused', async (_, changes) => {
  await using sandbox = await startSandbox();
  const metadata = await metadataOf(sandbox);
  sandbox.always(metadataRoute, {
    body: { ...metadata, authorization_response_iss_parameter_supported: true },
  });
  const login = logInBy(sandbox, async (url) =>
    follow(await consent(url), changes as Record<string, string>),
  );
  await expect(login).rejects.toThrow(`The answer is not from ${sandbox.url}. Nothing was saved.`);
  expect(sandbox.calls.map(({ route }) => route)).not.toContain('POST /oauth/token');
});

test('an iss that is announced and right is accepted', async () => {
  await using sandbox = await startSandbox();
  const metadata = await metadataOf(sandbox);
  sandbox.always(metadataRoute, {
    body: { ...metadata, authorization_response_iss_parameter_supported: true },
  });
  const login = logInBy(sandbox, async (url) => follow(await consent(url), { iss: sandbox.url }));
  await expect(login).resolves.toMatchObject({ scope: 'read write' });
});

test('a login that nobody decides ends, also with a connection on which nothing is sent', async () => {
  await using sandbox = await startSandbox();
  const login = logInBy(
    sandbox,
    (url) => {
      const { port } = new URL(new URL(url).searchParams.get('redirect_uri') ?? '');
      connect(Number(port), '127.0.0.1').on('error', () => {});
    },
    { timeoutMs: 300 },
  );
  await expect(login).rejects.toThrow('Nobody decided within 0 s.');
});

test('a code that Beeper does not accept gives no token, and the browser says so', async () => {
  await using sandbox = await startSandbox({ codeLifetimeMs: 0 });
  let page: Response | undefined;
  const login = logInBy(sandbox, async (url) => {
    page = await follow(await consent(url));
  });
  await expect(login).rejects.toThrow(
    'Beeper issued no token: invalid_grant (The code is not valid, or has expired).',
  );
  expect(await page?.text()).toContain('The terminal says why.');
});

test('a token that can’t be sent is refused, and the browser says so', async () => {
  await using sandbox = await startSandbox();
  sandbox.always('POST /oauth/token', { body: { access_token: 's3cret bad\nx', token_type: 'Bearer' } });
  let page: Response | undefined;
  const login = logInBy(sandbox, async (url) => {
    page = await follow(await consent(url));
  });
  await expect(login).rejects.toThrow(
    /^Beeper issued no token: its answer was not valid or did not arrive\.$/,
  );
  expect(page?.status).toBe(400);
});

test('a lifetime that no date can express counts as none', async () => {
  await using sandbox = await startSandbox();
  const body = { access_token: 'a', token_type: 'Bearer', expires_in: 1e300 };
  sandbox.always('POST /oauth/token', { body });
  const token = await logInBy(sandbox, async (url) => follow(await consent(url)));
  expect(token).toMatchObject({ accessToken: 'a', expiresAt: null });
});

test.each(['token_endpoint', 'authorization_endpoint', 'registration_endpoint', 'revocation_endpoint'])(
  'nothing is sent to another server that is named as %s',
  async (name) => {
    await using sandbox = await startSandbox();
    const metadata = await metadataOf(sandbox);
    sandbox.always(metadataRoute, { body: { ...metadata, [name]: 'http://127.0.0.1:1/oauth' } });
    sandbox.calls.length = 0;
    const login = logInBy(sandbox, () => expect.unreachable());
    await expect(login).rejects.toThrow(`${sandbox.url} has no ${name} of its own.`);
    expect(sandbox.calls).toHaveLength(1);
  },
);

test('metadata of another server is refused', async () => {
  await using sandbox = await startSandbox();
  const metadata = await metadataOf(sandbox);
  sandbox.always(metadataRoute, { body: { ...metadata, issuer: 'https://example.com' } });
  await expect(logInBy(sandbox, () => {})).rejects.toThrow('does not describe its login');
});

test.each([
  [
    'an app without OAuth',
    { status: 404 },
    /offers no login for programs \(status 404\)\. .*BEEPER_ACCESS_TOKEN/,
  ],
  ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, /offers no login/],
  ['a web page', { html: true as const }, /does not describe its login/],
  [
    'a connection that breaks',
    { reset: 'after' as const },
    /can't be reached \(\w+\)\. Start Beeper Desktop/,
  ],
])('%s is told', async (_, fault, message) => {
  await using sandbox = await startSandbox();
  sandbox.always(metadataRoute, fault);
  await expect(logInBy(sandbox, () => {})).rejects.toThrow(message);
});

test('a Beeper that refuses to register the gateway is told', async () => {
  await using sandbox = await startSandbox();
  sandbox.always('POST /oauth/register', { status: 400, body: { error: 'invalid_client_metadata' } });
  await expect(logInBy(sandbox, () => {})).rejects.toThrow(
    'Beeper did not register the gateway: invalid_client_metadata.',
  );
});
