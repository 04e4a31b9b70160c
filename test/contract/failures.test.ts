import { print } from 'graphql';
import { describe, expect, test } from 'vitest';
import { type Fault, startSandbox } from '../../src/sandbox/index.ts';
import { startGateway } from '../support/gateway.ts';
import { type MutationRow, mutations, mutationsByRoute } from '../support/mutations.ts';
import { startPair } from '../support/pair.ts';
import { versionOf } from '../support/people.ts';

const beeperError = (status: number, message: string, code: string): Fault => ({
  status,
  body: { message, code },
});

interface FailureRow {
  readonly when: string;
  readonly fault: Fault;
  readonly expected: Expectation;
  readonly message?: RegExp;
  /** The connection is lost after the request was sent: an idempotent write is repeated once. */
  readonly isLost?: true;
  /** The answer comes after the deadline, which is earlier then. */
  readonly waits?: true;
  /** A failure only where a success must name an ID. */
  readonly needsID?: true;
  /** An error status that, to a message, says nothing about the outcome. */
  readonly isStatus?: true;
  /** One of many kinds of an error status: a part of them is enough for each mutation. */
  readonly isLikeOthers?: true;
  /** In place of `expected`, for a mutation that creates nothing. */
  readonly ifNothingIsCreated?: Expectation;
}

const inHalfAMinute = () => new Date(Date.now() + 30_000).toUTCString();

interface Expectation {
  readonly __typename: string;
  readonly [field: string]: unknown;
}

const outcomeUnknown: Expectation = { __typename: 'BeeperOutcomeUnknownError', code: 'OUTCOME_UNKNOWN' };

const rows: readonly FailureRow[] = [
  {
    when: 'status 401',
    fault: beeperError(401, 'Token expired', 'unauthorized'),
    expected: {
      __typename: 'BeeperUnauthenticatedError',
      code: 'UNAUTHENTICATED',
      retryable: false,
      upstreamCode: 'unauthorized',
    },
  },
  {
    when: 'status 403',
    fault: beeperError(403, 'Missing scope', 'forbidden'),
    expected: { __typename: 'BeeperForbiddenError', code: 'FORBIDDEN', retryable: false },
    message: /Beeper says: Missing scope$/,
  },
  {
    when: 'status 404 with Beeper’s error',
    fault: beeperError(404, 'User not found', 'NOT_FOUND'),
    expected: { __typename: 'BeeperNotFoundError', code: 'NOT_FOUND', retryable: false },
    message: /Beeper says: User not found$/,
  },
  {
    when: 'status 404 with Beeper’s error in its older shape',
    fault: { status: 404, body: { error: 'Account not found' } },
    expected: { __typename: 'BeeperNotFoundError', upstreamCode: null },
    message: /Beeper says: Account not found$/,
  },
  ...[404, 405, 501, 503].flatMap((status) =>
    (
      [
        ['from a proxy', { body: 'Not here', headers: { 'content-type': 'text/plain' } }],
        ['as a page', { body: '<html></html>', headers: { 'content-type': 'text/html' } }],
        ['without a body', { body: '' }],
        ['from a web framework', { body: { statusCode: status, error: 'No', message: 'Route not found' } }],
        ['with a truncated body', { body: { message: 'No', code: 'X' }, cut: true }],
      ] as const
    ).map(([what, fault]) => ({
      when: `status ${status} ${what}`,
      fault: { status, ...fault },
      isLikeOthers: true as const,
      expected: {
        __typename: 'BeeperUpstreamError',
        code: 'UPSTREAM_ERROR',
        retryable: false,
        httpStatus: status,
        upstreamCode: null,
        remedy: expect.stringMatching(/Check in Beeper .* BEEPER_URL and BEEPER_API match/),
      },
      ...(status !== 503 && {
        ifNothingIsCreated:
          'cut' in fault
            ? { __typename: 'BeeperUpstreamError', httpStatus: status, retryable: false }
            : { __typename: 'BeeperUnsupportedError', code: 'UNSUPPORTED', retryable: false },
      }),
    })),
  ),
  ...[405, 501].map((status) => ({
    when: `status ${status} with Beeper’s error`,
    fault: beeperError(status, 'Not on this platform', 'NOT_IMPLEMENTED'),
    expected: {
      __typename: 'BeeperUnsupportedError',
      code: 'UNSUPPORTED',
      retryable: false,
      upstreamCode: 'NOT_IMPLEMENTED',
    },
  })),
  {
    when: 'status 409',
    fault: beeperError(409, 'Account is disconnected', 'CONFLICT'),
    expected: {
      __typename: 'BeeperConflictError',
      code: 'CONFLICT',
      retryable: false,
      upstreamCode: 'CONFLICT',
    },
  },
  {
    when: 'status 409 with another code',
    fault: beeperError(409, 'The draft is not empty', 'DRAFT_EXISTS'),
    expected: { __typename: 'BeeperConflictError', code: 'CONFLICT', upstreamCode: 'DRAFT_EXISTS' },
  },
  {
    when: 'status 429 with Retry-After in seconds',
    fault: { ...beeperError(429, 'Slow down', 'RATE_LIMITED'), headers: { 'retry-after': '7' } },
    expected: {
      __typename: 'BeeperRateLimitedError',
      code: 'RATE_LIMITED',
      retryable: true,
      retryAfterSeconds: 7,
    },
  },
  {
    when: 'status 429 with Retry-After as an HTTP-date',
    fault: { ...beeperError(429, 'Slow down', 'RATE_LIMITED'), headers: { 'retry-after': inHalfAMinute() } },
    expected: {
      __typename: 'BeeperRateLimitedError',
      retryAfterSeconds: expect.toSatisfy((seconds) => typeof seconds === 'number' && seconds <= 30),
    },
  },
  {
    when: 'status 429 without Retry-After',
    fault: beeperError(429, 'Slow down', 'RATE_LIMITED'),
    expected: { __typename: 'BeeperRateLimitedError', retryable: true, retryAfterSeconds: null },
  },
  {
    when: 'status 503 with Beeper’s error',
    fault: beeperError(503, 'Starting', 'UNAVAILABLE'),
    expected: { __typename: 'BeeperUnavailableError', code: 'UNAVAILABLE', retryable: true },
    isStatus: true,
  },
  ...[500, 502, 418].map((status) => ({
    when: `status ${status}`,
    fault: beeperError(status, 'Bridge failed', 'BRIDGE'),
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
    when: 'an error with a truncated body',
    fault: { ...beeperError(500, 'Bridge failed', 'BRIDGE'), cut: true },
    expected: { __typename: 'BeeperUpstreamError', httpStatus: 500, retryable: false },
  },
  ...(
    [
      { when: 'a reset before the request is read', fault: { reset: 'before' }, isLost: true },
      { when: 'a reset after the request is read', fault: { reset: 'after', performs: true }, isLost: true },
      { when: 'a truncated answer', fault: { body: '{"chatID":"!a:b"}', cut: true }, isLost: true },
      { when: 'an HTML page with status 200', fault: { html: true, performs: true } },
      { when: 'an empty answer', fault: { status: 204, performs: true }, needsID: true },
      {
        when: 'an answer without an ID',
        fault: { body: { status: 'created' }, performs: true },
        needsID: true,
      },
      { when: 'an error with status 200', fault: { body: { message: 'No', code: 'X' }, performs: true } },
      {
        when: 'an error in the older shape with status 200',
        fault: { body: { error: 'No' }, performs: true },
      },
      { when: 'success: false', fault: { body: { success: false }, performs: true } },
      { when: 'invalid JSON', fault: { body: '{"chatID":"!a', performs: true } },
      { when: 'no answer before the deadline', fault: { hang: true }, waits: true },
      { when: 'an endless answer', fault: { endless: true, performs: true } },
      { when: 'a head after the deadline', fault: { slowHeadersMs: 5_000 }, waits: true },
      {
        when: 'a body after the deadline',
        fault: { body: '{"chatID":"!a:b"}', slowBodyMs: 5_000 },
        waits: true,
      },
    ] satisfies Omit<FailureRow, 'expected'>[]
  ).map((row) => ({
    ...row,
    expected: outcomeUnknown,
    message: /may or may not have been done/,
  })),
];

/** Which fifth of the rows that are like others, and of all rows if it is like others itself, a mutation gets. */
const offsetOf = (name: string): number => Object.keys(mutations).indexOf(name);

function expectedOf(
  { expected, ifNothingIsCreated, isStatus }: FailureRow,
  { effect, isLostOnError }: MutationRow,
) {
  if (effect !== 'creates') return ifNothingIsCreated ?? expected;
  const isError = expected.__typename === 'BeeperUpstreamError' || isStatus === true;
  return isLostOnError && isError ? outcomeUnknown : expected;
}

for (const mutation of mutationsByRoute()) {
  const { name, dialect, route, effect } = mutation;
  const isRepeatable = effect === 'idempotent';
  const offset = offsetOf(name);

  describe.concurrent(`${name} on ${dialect}`, () => {
    for (const [n, row] of rows.entries()) {
      // Each kind of failure still meets some of them.
      if ((mutation.isLikeOthers || row.isLikeOthers) && (n + offset) % 5 !== 0) continue;
      const { when, fault, message = /\w/, isLost, needsID } = row;
      if (needsID && !mutation.needsID) continue;
      if (when === 'success: false' && mutation.canBeInVain) continue;
      const expected = expectedOf(row, mutation);
      const sends = isLost && isRepeatable ? 2 : 1;

      test(`after ${when} returns ${expected.__typename} and has sent ${sends} request`, async () => {
        await using pair = await startPair({ dialect, timeoutMs: row.waits ? 3_000 : 4_000 });
        pair.sandbox.always(route, fault);

        const result = await run(pair.gateway, name, mutation);

        expect(result).toMatchObject(expected);
        // An unknown outcome may be retried only where doing it twice changes nothing.
        if (result?.code === 'OUTCOME_UNKNOWN') expect(result.retryable).toBe(effect === 'idempotent');
        if (expected === row.expected) expect(result?.message).toMatch(message);
        expect(result?.remedy).toMatch(/\.$/);
        expect(pair.writes().map((call) => call.route)).toEqual(Array(sends).fill(route));
        const logged = pair.gateway.log.filter((line) => line.operation === name);
        expect(logged).toHaveLength(1);
        expect(logged[0]).toMatchObject({
          code: result?.code,
          requestID: result?.requestID,
          durationMs: expect.any(Number),
        });
        expect(result?.upstreamCode).toBe(logged[0]?.upstreamCode ?? null);
      });
    }

    test('to a Beeper that is gone is unavailable and retryable', async () => {
      await using pair = await startPair({ dialect });
      await pair.sandbox.close();

      const result = await run(pair.gateway, name, mutation);

      expect(result).toMatchObject({ __typename: 'BeeperUnavailableError', retryable: true });
    });

    for (const status of [400, 422]) {
      test(`shows the issues of status ${status} at the path in the input`, async () => {
        await using pair = await startPair({ dialect });
        const issue = {
          code: 'custom',
          message: 'Not on this network',
          path: ['body', ...mutation.issue.path],
        };
        pair.sandbox.always(route, {
          status,
          body: { message: 'Invalid', code: 'VALIDATION', details: { issues: [issue] } },
        });

        const result = await run(pair.gateway, name, mutation);

        expect(result).toMatchObject({
          __typename: 'BeeperInvalidInputError',
          retryable: false,
          upstreamCode: 'VALIDATION',
          issues: [{ path: mutation.issue.inputPath, message: 'Not on this network', code: 'custom' }],
        });
      });
    }

    test('shows issues in the older shape at the path in the input', async () => {
      await using pair = await startPair({ dialect });
      const field = mutation.issue.path.join('.');
      pair.sandbox.always(route, {
        status: 400,
        body: { error: 'Bad request', details: { [field]: 'Not yours' } },
      });

      const result = await run(pair.gateway, name, mutation);

      expect(result?.issues).toEqual([
        { path: mutation.issue.inputPath, message: 'Not yours', code: 'invalid' },
      ]);
    });

    test('shows a rejection without details at the input as a whole', async () => {
      await using pair = await startPair({ dialect });
      pair.sandbox.always(route, beeperError(400, 'Nope', 'BAD'));

      const result = await run(pair.gateway, name, mutation);

      expect(result?.issues).toEqual([
        {
          path: mutation.inputPath,
          message: 'Beeper rejected the input. Beeper says: Nope',
          code: 'BAD',
        },
      ]);
    });
  });
}

for (const status of [400, 404, 500]) {
  test(`Beeper’s text with status ${status} is shown as one line of at most 300 characters`, async () => {
    await using pair = await startPair();
    const text = `Line one\r\n\tline two\u0000\u0085${'x'.repeat(1_000)}`;
    const issues = [{ path: ['body'], message: text, code: 'custom' }];
    pair.sandbox.always('POST /v1/chats', {
      status,
      body: { message: text, code: 'X', ...(status === 400 && { details: { issues } }) },
    });

    const result = await run(pair.gateway, 'createChat', mutations.createChat);

    const shown = result?.message.replace(/^.*Beeper says: /s, '') ?? '';
    expect(shown).toMatch(/^Line one line two x+$/);
    expect(shown).toHaveLength(300);
  });
}

for (const [name, mutation] of Object.entries<MutationRow>(mutations)) {
  const supporting = Object.keys(mutation.routes);
  for (const [dialect, appVersion] of Object.entries(versionOf)) {
    // Without a route, the tests of the mutation itself say what is supported.
    if (supporting.length === 0 || supporting.includes(dialect)) continue;

    test(`${name} on ${dialect} is unsupported, names both versions, and sends nothing`, async () => {
      await using pair = await startPair({ dialect: dialect as keyof typeof versionOf });
      await pair.gateway.send('{ chat(id: "x") { id } }');
      pair.sandbox.calls.length = 0;

      const result = await run(pair.gateway, name, mutation);

      expect(result).toMatchObject({
        __typename: 'BeeperUnsupportedError',
        requiredVersion: expect.stringMatching(/^4\.\d+\.\d+$/),
        actualVersion: appVersion,
        retryable: false,
      });
      expect(pair.writes()).toEqual([]);
    });
  }
}

test('a route that the app says it lacks names the version that introduced it and the version of the app', async () => {
  await using pair = await startPair({ dialect: 'union', api: 'split' });
  pair.sandbox.next('POST /v1/chats/start', beeperError(501, 'Not implemented', 'NOT_IMPLEMENTED'));

  const result = await run(pair.gateway, 'startChat', mutations.startChat);

  expect(result).toMatchObject({
    __typename: 'BeeperUnsupportedError',
    requiredVersion: '4.2.808',
    actualVersion: '4.2.600',
  });
  expect(pair.writes().map(({ path }) => path)).toEqual(['/v1/chats/start']);
});

test('a route that is missing without Beeper’s error may be a proxy’s answer: the remedy names the version and the settings', async () => {
  await using pair = await startPair({ dialect: 'union', api: 'split' });

  const result = await run(pair.gateway, 'startChat', mutations.startChat);

  expect(result).toMatchObject({
    __typename: 'BeeperUpstreamError',
    httpStatus: 404,
    remedy: expect.stringMatching(/BEEPER_API .* 4\.2\.808 or newer\.$/),
  });
  expect(pair.writes().map(({ path }) => path)).toEqual(['/v1/chats/start']);
});

for (const beeper of ['http://no-such-host.invalid', 'http://127.0.0.1:1']) {
  test(`a write to ${beeper} is unavailable: nothing was sent`, async () => {
    await using gateway = await startGateway({ beeper, api: 'split' });

    expect(await run(gateway, 'createChat', mutations.createChat)).toMatchObject({
      __typename: 'BeeperUnavailableError',
      retryable: true,
    });
  });
}

test('a TLS handshake with a server without TLS is unavailable: nothing was sent', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url.replace('http:', 'https:'), api: 'split' });

  expect(await run(gateway, 'createChat', mutations.createChat)).toMatchObject({
    __typename: 'BeeperUnavailableError',
    retryable: true,
  });
  expect(sandbox.calls).toEqual([]);
});

test('a write has an unknown outcome when Beeper stops before it answers, and is not sent again', async () => {
  const sandbox = await startSandbox();
  const port = Number(new URL(sandbox.url).port);
  await using gateway = await startGateway({ beeper: sandbox.url });
  const before = sandbox.chats.size;
  sandbox.next('POST /v1/chats', { hang: true, performs: true });

  const answer = run(gateway, 'createChat', mutations.createChat);
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
  retryable: boolean;
  requestID: string;
  upstreamCode: string | null;
  issues: unknown;
}

async function run(
  gateway: Awaited<ReturnType<typeof startGateway>>,
  name: string,
  { document, input }: MutationRow,
): Promise<Result | undefined> {
  const response = await gateway.send(print(document), { input });
  const { data } = (await response.json()) as { data?: Record<string, Result | undefined> };
  return data?.[name];
}
