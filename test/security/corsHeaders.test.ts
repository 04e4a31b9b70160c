import { expect, test } from 'vitest';
import { startPair } from '../support/pair.ts';
import { newGatewayKey } from './gatewayKey.ts';
import { post, rawRequest } from './rawRequest.ts';

const listed = 'https://app.example';

/** @returns the names that a preflight for the headers `requested` allows. */
async function allowed(gatewayOrigin: string, requested: string, origin = listed): Promise<string[]> {
  const { status, headers } = await rawRequest(gatewayOrigin, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      ...(requested && { 'access-control-request-headers': requested }),
    },
  });
  expect(status).toBe(204);
  expect(headers.vary).toBe('Access-Control-Request-Headers, Origin');
  return String(headers['access-control-allow-headers']).split(', ');
}

test.each([
  'authorization,content-type,x-gateway-key,x-request-id',
  'apollographql-client-name,apollographql-client-version,content-type',
  'apollo-require-preflight,x-apollo-operation-name,x-apollo-operation-id,x-apollo-cache-key',
  'graphql-client-name,graphql-client-version',
  'baggage,traceparent,tracestate',
  'accept,x-requested-with',
  'Traceparent, X-Apollo-Operation-Name',
])('a page of a listed origin may send the headers %s', async (requested) => {
  await using pair = await startPair({ origins: [listed] });
  const names = requested.split(',').map((name) => name.trim().toLowerCase());
  expect(await allowed(pair.gateway.origin, requested)).toEqual(expect.arrayContaining(names));
});

test.each([
  'x-acme-version',
  'cookie',
  'x-apollo',
  'apollographql-client',
  'xx-apollo-operation-name',
  '*',
  'x-apollo-*, *',
  'x-apollo-a b',
  'x-apollo-"a"',
  ', ,',
])('a header that is not allowed is not returned: %s', async (requested) => {
  await using pair = await startPair({ origins: [listed] });
  const without = await allowed(pair.gateway.origin, '');
  const names = await allowed(pair.gateway.origin, requested);
  expect(names.filter((name) => !without.includes(name))).toEqual(
    requested.includes('-*') ? ['x-apollo-*'] : [],
  );
  expect(names).not.toContain('*');
});

test('further headers and families can be allowed', async () => {
  await using pair = await startPair({ origins: [listed], corsHeaders: ['x-acme-version', 'x-trace-*'] });
  expect(await allowed(pair.gateway.origin, '')).toContain('x-acme-version');
  const names = await allowed(
    pair.gateway.origin,
    'x-acme-version,X-Trace-Span,x-acme-version-2,x-trace-span',
  );
  expect(names).toEqual(expect.arrayContaining(['x-acme-version', 'x-trace-span', 'content-type']));
  expect(names).not.toContain('x-acme-version-2');
  expect(new Set(names).size).toBe(names.length);
});

test.each([
  'tauri://localhost',
  'capacitor://localhost',
  'app://obsidian.md',
  'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai',
])('a page of the listed origin %s gets through its preflight and reads the response', async (origin) => {
  const { key, stored } = newGatewayKey('app');
  await using pair = await startPair({ origins: [origin], keys: [stored] });
  expect(await allowed(pair.gateway.origin, 'content-type,x-gateway-key', origin)).toContain('x-gateway-key');
  const { status, headers, text } = await rawRequest(
    pair.gateway.origin,
    post('{ accounts { id } }', { origin, 'x-gateway-key': key, 'sec-fetch-site': 'cross-site' }),
  );
  expect({ status, headers, text }).toMatchObject({
    status: 200,
    text: expect.stringContaining('"accounts"'),
    headers: {
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      vary: 'Origin, Accept-Encoding',
    },
  });
  expect(pair.sandbox.calls).toMatchObject([{ path: '/v1/accounts' }]);
});

test.each([
  'tauri://evil',
  'TAURI://localhost',
  'tauri://localhost:1',
  'app://localhost',
  'http://localhost',
])('with tauri://localhost listed, a page of %s gets 403', async (origin) => {
  await using pair = await startPair({ origins: ['tauri://localhost'] });
  const answer = await rawRequest(pair.gateway.origin, post('{ accounts { id } }', { origin }));
  expect(answer.status).toBe(403);
  expect(pair.sandbox.calls).toEqual([]);
});
