import { expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import type { SandboxRoute } from '../../src/sandbox/index.ts';
import { respond } from '../../src/sandbox/server/respond.ts';
import { type ApiResponse, json, noContent } from '../../src/sandbox/server/response.ts';
import { defineRoute, type Method, type Route } from '../../src/sandbox/server/route.ts';
import { atLeast } from '../../src/sandbox/server/version.ts';
import { createApprovals } from '../../src/sandbox/world/approvals.ts';
import { createWorld } from '../../src/sandbox/world/world.ts';

const validToken = 'token';

interface CallOptions {
  version?: string;
  query?: string;
  body?: object;
  token?: string;
}

/** Calls the route on an app of this version and returns the response. */
function call(
  route: Route,
  { version = '4.3.73', query = '', body, token = validToken }: CallOptions = {},
): ApiResponse {
  const text = body ? JSON.stringify(body) : '';
  const record = {
    method: route.method,
    path: route.path + query,
    route: null,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: text,
    json: body,
    aborted: false,
  };
  const app = {
    world: createWorld(),
    approvals: createApprovals({ token: validToken, codeLifetimeMs: 0, tokenLifetimeMs: 60_000 }),
    name: 'Beeper',
    version,
    port: 1,
    paging: 'adjoining' as const,
    repeatsEnd: false,
    listsMergedParts: false,
  };
  return respond(record, { route, params: { chatID: '5600' } }, app);
}

test('the name of a route has a literal type', () => {
  const route = defineRoute({ method: 'PATCH', path: '/v1/chats/{chatID}', handler: noContent });
  expect(route.name).toBe('PATCH /v1/chats/{chatID}');
  expectTypeOf(route.name).toEqualTypeOf<'PATCH /v1/chats/{chatID}'>();
  expectTypeOf<'POST /v1/chats/start'>().toExtend<SandboxRoute>();
  expectTypeOf<'POST /v1/chats/elsewhere'>().not.toExtend<SandboxRoute>();
});

test.each<Method>(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])(
  'the handler of a %s route receives its path parameters and a validated body',
  (method) => {
    const route = defineRoute({
      method,
      path: '/v1/chats/{chatID}',
      body: z.object({ archived: z.boolean().default(true) }),
      handler: ({ params, body }) => json({ ...params, ...body }),
    });
    expect(JSON.parse(call(route, { body: {} }).body)).toEqual({ chatID: '5600', archived: true });
    expect(call(route, { body: { archived: 'yes' } }).status).toBe(400);
  },
);

test('a body schema can depend on the app version', () => {
  const route = defineRoute({
    method: 'POST',
    path: '/v1/chats/{chatID}/reminders',
    body: (version) =>
      atLeast(version, '4.2.808') ? z.object({ remindAt: z.string() }) : z.object({ remindAtMs: z.number() }),
    handler: ({ body }) => json(body),
  });
  expect(call(route, { version: '4.2.807', body: { remindAtMs: 1 } }).status).toBe(200);
  expect(call(route, { version: '4.2.808', body: { remindAtMs: 1 } }).status).toBe(400);
});

test('a route exists from its first version up to the version that removed it', () => {
  const route = defineRoute({
    method: 'DELETE',
    path: '/v1/chats/{chatID}',
    since: '4.2.0',
    until: '4.3.0',
    handler: noContent,
  });
  const versions = ['4.1.999', '4.2.0', '4.2.999', '4.3.0'];
  expect(versions.map((version) => call(route, { version }).status)).toEqual([404, 204, 204, 404]);
});

test('a route requires the token unless it says otherwise', () => {
  const route = { method: 'GET', path: '/v1/x', handler: noContent } as const;
  expect(call(defineRoute(route), { token: 'wrong' }).status).toBe(401);
  expect(call(defineRoute({ ...route, requiresToken: false }), { token: 'wrong' }).status).toBe(204);
});

test('a repeated query key gives a list its values, and a single value the last one', () => {
  const route = defineRoute({
    method: 'GET',
    path: '/v1/x',
    query: z.object({ ids: z.array(z.string()).optional(), limit: z.string().optional() }),
    handler: ({ query }) => json(query),
  });
  const read = (query: string) => JSON.parse(call(route, { query }).body);
  expect(read('?ids=a&ids=b&limit=1&limit=2')).toEqual({ ids: ['a', 'b'], limit: '2' });
  expect(read('?ids=a&limit=')).toEqual({ ids: ['a'] });
  expect(read('?other=1')).toEqual({});
});
