import { expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { CreateChat, StartChat } from '../support/documents.ts';
import { startGateway } from '../support/gateway.ts';
import { startPair } from '../support/pair.ts';
import { ada, type versionOf, whatsapp } from '../support/people.ts';

type Dialect = keyof typeof versionOf;
type Fault = Parameters<Sandbox['next']>[1];
type Route = Parameters<Sandbox['next']>[0];

/** Each way to write, in each dialect that has it, with the route that it takes. */
const writes: { name: string; dialect: Dialect; route: Route }[] = [
  { name: 'createChat', dialect: 'create-only', route: 'POST /v1/chats' },
  { name: 'createChat', dialect: 'union', route: 'POST /v1/chats' },
  { name: 'createChat', dialect: 'split', route: 'POST /v1/chats' },
  { name: 'startChat', dialect: 'union', route: 'POST /v1/chats' },
  { name: 'startChat', dialect: 'split', route: 'POST /v1/chats/start' },
];

const said = (status: number, message: string, code: string): Fault => ({ status, body: { message, code } });

const rows: { when: string; fault: Fault; expected: Record<string, unknown>; message?: RegExp }[] = [
  {
    when: 'status 401',
    fault: said(401, 'Token expired', 'unauthorized'),
    expected: { __typename: 'BeeperUnauthenticatedError', code: 'UNAUTHENTICATED', retryable: false },
  },
  {
    when: 'status 403',
    fault: said(403, 'Missing scope', 'forbidden'),
    expected: { __typename: 'BeeperForbiddenError', code: 'FORBIDDEN', retryable: false },
    message: /Beeper says: Missing scope$/,
  },
  {
    when: 'status 404 with Beeper’s error',
    fault: said(404, 'User not found', 'NOT_FOUND'),
    expected: { __typename: 'BeeperNotFoundError', code: 'NOT_FOUND', retryable: false },
    message: /Beeper says: User not found$/,
  },
  {
    when: 'status 404 with Beeper’s error in its older shape',
    fault: { status: 404, body: { error: 'Account not found' } },
    expected: { __typename: 'BeeperNotFoundError' },
    message: /Beeper says: Account not found$/,
  },
  ...[404, 405, 501].map((status) => ({
    when: `status ${status} without Beeper’s error`,
    fault: { status, body: 'Not Found', headers: { 'content-type': 'text/plain' } },
    expected: { __typename: 'BeeperUnsupportedError', code: 'UNSUPPORTED', retryable: false },
  })),
  {
    when: 'status 404 from a web framework without the route',
    fault: {
      status: 404,
      body: { statusCode: 404, error: 'Not Found', message: 'Route POST:/v1/chats not found' },
    },
    expected: { __typename: 'BeeperUnsupportedError' },
  },
  {
    when: 'status 409',
    fault: said(409, 'Account is disconnected', 'CONFLICT'),
    expected: { __typename: 'BeeperConflictError', code: 'CONFLICT', retryable: false },
  },
  {
    when: 'status 429 with Retry-After in seconds',
    fault: { ...said(429, 'Slow down', 'RATE_LIMITED'), headers: { 'retry-after': '7' } },
    expected: {
      __typename: 'BeeperRateLimitedError',
      code: 'RATE_LIMITED',
      retryable: true,
      retryAfterSeconds: 7,
    },
  },
  {
    when: 'status 429 without Retry-After',
    fault: said(429, 'Slow down', 'RATE_LIMITED'),
    expected: { __typename: 'BeeperRateLimitedError', retryable: true, retryAfterSeconds: null },
  },
  {
    when: 'status 503',
    fault: said(503, 'Starting', 'UNAVAILABLE'),
    expected: { __typename: 'BeeperUnavailableError', code: 'UNAVAILABLE', retryable: true },
  },
  ...[500, 502, 418].map((status) => ({
    when: `status ${status}`,
    fault: said(status, 'Bridge failed', 'BRIDGE'),
    expected: {
      __typename: 'BeeperUpstreamError',
      code: 'UPSTREAM_ERROR',
      retryable: false,
      httpStatus: status,
      upstreamCode: 'BRIDGE',
    },
  })),
  {
    when: 'a redirect, which is not followed',
    fault: { status: 302, headers: { location: '/v1/elsewhere' }, body: '' },
    expected: { __typename: 'BeeperUpstreamError', httpStatus: 302, upstreamCode: null, retryable: false },
  },
  {
    when: 'an error whose body breaks off',
    fault: { ...said(404, 'User not found', 'NOT_FOUND'), cut: true },
    expected: { __typename: 'BeeperUpstreamError', httpStatus: 404, retryable: false },
  },
  ...(
    [
      ['a reset before the request is read', { reset: 'before' }],
      ['a reset after the request is read', { reset: 'after', performs: true }],
      ['an answer that breaks off', { cut: true }],
      ['a page of HTML with status 200', { html: true, performs: true }],
      ['an empty answer with status 204', { status: 204, performs: true }],
      ['an answer without an ID', { status: 200, body: { status: 'created' }, performs: true }],
      ['an answer that is no JSON', { status: 200, body: '{"chatID":"!a', performs: true }],
      ['an answer that never comes', { hang: true }],
      ['an answer that never ends', { endless: true, performs: true }],
      ['an answer whose head comes too late', { slowHeadersMs: 3_000 }],
      ['an answer whose body comes too late', { slowBodyMs: 3_000 }],
    ] satisfies [string, Fault][]
  ).map(([when, fault]) => ({
    when,
    fault,
    expected: { __typename: 'BeeperOutcomeUnknownError', code: 'OUTCOME_UNKNOWN', retryable: false },
    message: /may have been done, or not/,
  })),
];

for (const { name, dialect, route } of writes) {
  for (const { when, fault, expected, message } of rows) {
    test.concurrent(`${name} on ${dialect} answers ${when} with ${expected.__typename} and asks once`, async () => {
      await using pair = await startPair({ dialect, timeoutMs: 1_500 });
      pair.sandbox.next(route, fault);

      const result = await write(pair.gateway, name);

      expect(result).toMatchObject(expected);
      expect(result?.message).toMatch(message ?? /\w+/);
      expect(result?.remedy).toMatch(/\.$/);
      expect(pair.writes().map((call) => call.route)).toEqual([route]);
      const logged = pair.gateway.log.filter((line) => line.operation === name);
      expect(logged).toHaveLength(1);
      expect(logged[0]).toMatchObject({
        code: result?.code,
        requestID: result?.requestID,
        durationMs: expect.any(Number),
      });
    });
  }

  test(`${name} on ${dialect} to a Beeper that is gone is unavailable and may be sent again`, async () => {
    await using pair = await startPair({ dialect });
    await pair.sandbox.close();

    const result = await write(pair.gateway, name);

    expect(result).toMatchObject({ __typename: 'BeeperUnavailableError', retryable: true });
  });

  for (const status of [400, 422]) {
    test(`${name} on ${dialect} shows the issues of status ${status} at the caller’s own input path`, async () => {
      await using pair = await startPair({ dialect });
      const field = name === 'createChat' ? ['participantIDs', 0] : ['user', 'id'];
      const issue = { code: 'custom', message: 'Not on this network', path: ['body', ...field] };
      pair.sandbox.next(route, {
        status,
        body: { message: 'Invalid', code: 'VALIDATION', details: { issues: [issue] } },
      });

      const result = await write(pair.gateway, name);

      expect(result).toMatchObject({
        __typename: 'BeeperInvalidInputError',
        retryable: false,
        issues: [
          {
            path: name === 'createChat' ? ['input', 'single', 'participantID'] : ['input', 'user', 'id'],
            message: 'Not on this network',
            code: 'custom',
          },
        ],
      });
    });
  }

  test(`${name} on ${dialect} shows flat details in the older shape at the caller’s own input path`, async () => {
    await using pair = await startPair({ dialect });
    pair.sandbox.next(route, {
      status: 400,
      body: { error: 'Bad request', details: { accountID: 'Not yours' } },
    });

    const result = await write(pair.gateway, name);

    const member = name === 'createChat' ? ['single'] : [];
    expect(result?.issues).toEqual([
      { path: ['input', ...member, 'accountID'], message: 'Not yours', code: 'invalid' },
    ]);
  });

  test(`${name} on ${dialect} shows a refusal without details at the input as a whole`, async () => {
    await using pair = await startPair({ dialect });
    pair.sandbox.next(route, said(400, 'Nope', 'BAD'));

    const result = await write(pair.gateway, name);

    expect(result?.issues).toEqual([
      {
        path: name === 'createChat' ? ['input', 'single'] : ['input'],
        message: 'Beeper does not accept the input. Beeper says: Nope',
        code: 'BAD',
      },
    ]);
  });
}

test('startChat on create-only is unsupported, names both versions, and sends nothing', async () => {
  await using pair = await startPair({ dialect: 'create-only' });
  await write(pair.gateway, 'createChat');
  pair.sandbox.calls.length = 0;

  const result = await write(pair.gateway, 'startChat');

  expect(result).toMatchObject({
    __typename: 'BeeperUnsupportedError',
    requiredVersion: '4.2.557',
    actualVersion: '4.2.500',
    retryable: false,
  });
  expect(pair.sandbox.calls).toEqual([]);
});

test('a missing route names the version that brought it and the one that was asked', async () => {
  await using pair = await startPair({ dialect: 'union', api: 'split' });

  const result = await write(pair.gateway, 'startChat');

  expect(result).toMatchObject({
    __typename: 'BeeperUnsupportedError',
    requiredVersion: '4.2.808',
    actualVersion: '4.2.600',
  });
  expect(pair.writes().map(({ path }) => path)).toEqual(['/v1/chats/start']);
});

for (const beeper of ['http://no-such-host.invalid', 'http://127.0.0.1:1']) {
  test(`a write to ${beeper} is unavailable: nothing was sent`, async () => {
    await using gateway = await startGateway({ beeper, api: 'split' });

    expect(await write(gateway, 'createChat')).toMatchObject({
      __typename: 'BeeperUnavailableError',
      retryable: true,
    });
  });
}

test('a TLS handshake with a server that speaks none is unavailable: nothing was sent', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url.replace('http:', 'https:'), api: 'split' });

  expect(await write(gateway, 'createChat')).toMatchObject({
    __typename: 'BeeperUnavailableError',
    retryable: true,
  });
  expect(sandbox.calls).toEqual([]);
});

test('Beeper stopped in mid-request: the outcome is unknown, one POST was sent, and a restart finds one chat', async () => {
  const sandbox = await startSandbox();
  const port = Number(new URL(sandbox.url).port);
  await using gateway = await startGateway({ beeper: sandbox.url });
  const before = sandbox.chats.size;
  sandbox.next('POST /v1/chats', { hang: true, performs: true });

  const answer = write(gateway, 'createChat');
  await expect.poll(() => sandbox.chats.size).toBe(before + 1);
  await sandbox.close();
  const result = await answer;
  await using restarted = await startSandbox({ port });

  expect(result).toMatchObject({ __typename: 'BeeperOutcomeUnknownError', retryable: false });
  expect(sandbox.calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
  expect(restarted.calls.filter(({ method }) => method === 'POST')).toEqual([]);
});

interface Result {
  __typename: string;
  code: string;
  message: string;
  remedy: string | null;
  requestID: string;
  issues: unknown;
}

async function write(
  gateway: Awaited<ReturnType<typeof startGateway>>,
  name: string,
): Promise<Result | undefined> {
  if (name === 'createChat') {
    const input = { single: { accountID: whatsapp, participantID: ada.id } };
    const { data } = await gateway.query(CreateChat, { input });
    return data?.createChat as Result | undefined;
  }
  const { data } = await gateway.query(StartChat, { input: { accountID: whatsapp, user: { id: ada.id } } });
  return data?.startChat as Result | undefined;
}
