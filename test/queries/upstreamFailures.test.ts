import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/sandbox/index.ts';
import { startGateway } from '../support/gateway.ts';
import { startPair } from '../support/pair.ts';
import { upstreamPaths } from './pagedLists.ts';

const query = '{ chats(first: 3) { nodes { id } } }';
const beeperError = { message: 'In Beeper’s own words', code: 'SOME_CODE' };

/** What Beeper does for each call, the resulting code, `retryable`, and the number of calls including retries. */
const table: readonly (readonly [Fault, string, boolean, number])[] = [
  [{ status: 400, body: beeperError }, 'INVALID_INPUT', false, 1],
  [{ status: 401, body: beeperError }, 'UNAUTHENTICATED', false, 1],
  [{ status: 403, body: beeperError }, 'FORBIDDEN', false, 1],
  [{ status: 404, body: beeperError }, 'NOT_FOUND', false, 1],
  [{ status: 404, body: '404 Not Found' }, 'UNSUPPORTED', false, 1],
  [{ status: 405, body: 'Method Not Allowed' }, 'UNSUPPORTED', false, 1],
  [{ status: 405, body: beeperError }, 'UNSUPPORTED', false, 1],
  [{ status: 501, body: beeperError }, 'UNSUPPORTED', false, 1],
  [{ status: 501, body: '' }, 'UNSUPPORTED', false, 1],
  [{ status: 409, body: beeperError }, 'CONFLICT', false, 1],
  [{ status: 422, body: beeperError }, 'INVALID_INPUT', false, 1],
  [{ status: 429, body: beeperError, headers: { 'retry-after': '7' } }, 'RATE_LIMITED', true, 1],
  [{ status: 500, body: beeperError }, 'UPSTREAM_ERROR', false, 1],
  [{ status: 502, body: beeperError }, 'UPSTREAM_ERROR', false, 3],
  [{ status: 503, body: beeperError }, 'UNAVAILABLE', true, 3],
  [{ status: 503, body: 'Busy' }, 'UNAVAILABLE', true, 3],
  [{ status: 503, body: beeperError, cut: true }, 'UNAVAILABLE', true, 3],
  [{ status: 404, body: beeperError, cut: true }, 'UPSTREAM_ERROR', false, 1],
  [{ status: 302, headers: { location: 'http://127.0.0.1:9/' } }, 'UPSTREAM_ERROR', false, 1],
  [{ reset: 'before' }, 'UNAVAILABLE', true, 3],
  [{ reset: 'after' }, 'UNAVAILABLE', true, 3],
  [{ cut: true }, 'UNAVAILABLE', true, 3],
  [{ html: true }, 'UPSTREAM_ERROR', false, 1],
  // Exceeds the size limit of a response, so it is not retried.
  [{ endless: true }, 'UNAVAILABLE', true, 1],
  [{ hang: true }, 'UNAVAILABLE', true, 1],
];

describe.each(table)('If Beeper answers with %j', (fault, code, retryable, calls) => {
  test(`the response has status 200 and one ${code} error, and the log one line`, async () => {
    await using pair = await startPair({ timeoutMs: 3_000 });
    pair.sandbox.always('GET /v1/chats', fault);

    const answer = await pair.gateway.send(query);

    expect(answer.status).toBe(200);
    const { data, errors } = (await answer.json()) as { data?: unknown; errors?: { extensions: object }[] };
    expect(data).toEqual({ chats: null });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      path: ['chats'],
      extensions: {
        code,
        retryable,
        remedy: expect.any(String),
        requestID: answer.headers.get('x-request-id'),
      },
    });
    const sent = 'body' in fault && fault.body === beeperError && !fault.cut ? beeperError.code : undefined;
    expect({ upstreamCode: undefined, ...errors?.[0]?.extensions }).toHaveProperty('upstreamCode', sent);
    expect(pair.gateway.log).toMatchObject([
      { operation: 'chats', code, requestID: answer.headers.get('x-request-id') },
    ]);
    expect(upstreamPaths(pair.sandbox)).toEqual(Array(calls).fill('/v1/chats?limit=3'));
  });
});

test('a Beeper that is not running is UNAVAILABLE', async () => {
  await using gateway = await startGateway({ beeper: 'http://127.0.0.1:9' });

  const answer = await gateway.send(query);

  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({
    errors: [{ path: ['chats'], extensions: { code: 'UNAVAILABLE', retryable: true } }],
  });
  expect(gateway.log).toMatchObject([{ operation: 'chats', networkCode: 'ECONNREFUSED' }]);
});

test('the remedy for RATE_LIMITED contains the seconds to wait', async () => {
  await using pair = await startPair();
  pair.sandbox.next('GET /v1/chats', { status: 429, body: beeperError, headers: { 'retry-after': '7' } });

  const answer = await pair.gateway.send(query);

  expect(await answer.json()).toMatchObject({
    errors: [{ extensions: { remedy: expect.stringContaining('7 s') } }],
  });
});
