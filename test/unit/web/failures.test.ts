import { readFileSync } from 'node:fs';
import { gql, InMemoryCache } from '@apollo/client';
import { CombinedGraphQLErrors, ServerError, ServerParseError } from '@apollo/client/errors';
import { buildSchema, isInterfaceType, isObjectType } from 'graphql';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createCache } from '../../../examples/web/src/data/cache.ts';
import { possibleTypes } from '../../../examples/web/src/data/possibleTypes.ts';
import { adviceOf, type FailureData, issuesAt } from '../../../examples/web/src/failures/Failure.ts';
import { asRead, failureOfError, failuresOfError } from '../../../examples/web/src/failures/NoAnswer.ts';

const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));
const interfaces = Object.values(schema.getTypeMap()).filter(isInterfaceType);
const objects = Object.values(schema.getTypeMap()).filter(isObjectType);

const ofType = (typename: string, retryable = false) =>
  ({
    __typename: typename,
    code: 'CONFLICT',
    message: 'm',
    remedy: null,
    retryable,
    issues: [],
  }) as unknown as FailureData;

test.each(schema.getPossibleTypes(interfaces.find(({ name }) => name === 'BeeperError') as never))(
  'the page knows what to do about $name',
  ({ name }) => {
    expect(adviceOf(ofType(name)).title).not.toBe('It failed');
  },
);

test('an error type that is newer than the page is shown, and the person looks before repeating it', () => {
  expect(adviceOf(ofType('BeeperQuantumError'))).toEqual({
    title: 'It failed',
    canRetry: false,
    lookFirst: true,
  });
});

test('a person reads no names of fields', () => {
  const failure = {
    ...ofType('BeeperInvalidInputError'),
    issues: [{ path: [], message: 'm' }],
  } as FailureData;
  expect(adviceOf(failure).text).toMatch(/entered/);
  expect(adviceOf(ofType('BeeperOutcomeUnknownError', true)).text).toMatch(/only checks/);
});

test('a person reads what is wrong with a request that was refused, not how to write it', () => {
  const failure = { ...ofType('NoAnswer'), remedy: 'Take the ID from …', mayBeDone: false };
  expect(adviceOf({ ...failure, issues: [{ path: ['id'], message: 'm' }] } as FailureData).text).toBe('m');
  expect(adviceOf(failure as FailureData).text).toBeUndefined();
});

test('what may be done is looked for, and repeated only where that is safe', () => {
  expect(adviceOf(ofType('BeeperOutcomeUnknownError'))).toMatchObject({ canRetry: false, lookFirst: true });
  expect(adviceOf(ofType('BeeperOutcomeUnknownError', true))).toMatchObject({
    canRetry: true,
    lookFirst: true,
  });
});

test.each(interfaces)('the cache of the page knows the types of $name, without guessing', ({ name }) => {
  const named = possibleTypes[name]?.filter((pattern) => /^\w+$/.test(pattern)) ?? [];
  expect(named).toEqual(
    objects
      .filter((type) => type.getInterfaces().some((one) => one.name === name))
      .map((type) => type.name)
      .sort(),
  );
});

test('the cache of the page keeps the fields of an error type that is newer than it', () => {
  const cache = new InMemoryCache({ possibleTypes });
  const query = gql`{ startChat { __typename ... on BeeperError { code } } }`;
  const data = { startChat: { __typename: 'BeeperQuantumError', code: 'QUANTUM' } };
  cache.writeQuery({ query, data });
  expect(cache.readQuery({ query })).toEqual(data);
});

test('a refused request is told in the gateway’s words, with the time to wait', () => {
  const error = serverError(
    429,
    { 'content-type': 'application/json', 'retry-after': '7' },
    JSON.stringify({
      errors: [
        {
          message: 'Too many requests.',
          extensions: { code: 'RATE_LIMITED', remedy: 'Wait.', retryable: true, requestID: 'r1' },
        },
      ],
    }),
  );
  expect(failureOfError(error)).toMatchObject({
    reason: 'REFUSED',
    code: 'RATE_LIMITED',
    message: 'Too many requests.',
    remedy: 'Wait.',
    retryable: true,
    mayBeDone: false,
    requestID: 'r1',
    retryAfterSeconds: 7,
  });
});

test.each([
  ['an error page', serverError(502, {}, '<html>Bad Gateway</html>')],
  ['JSON of something else', serverError(500, {}, '{"detail":"no"}')],
  [
    'a page with status 200',
    new ServerParseError(new SyntaxError('<'), { response: new Response('<html>'), bodyText: '<html>' }),
  ],
])('%s of a proxy is not shown', (_what, error) => {
  const failure = failureOfError(error);
  expect(failure).toMatchObject({ reason: 'NOT_THE_GATEWAY', retryable: true });
  expect(`${failure.message} ${failure.remedy}`).not.toContain('<html>');
});

test('without an answer, the request can be sent again', () => {
  const failure = failureOfError(new TypeError('Failed to fetch'));
  expect(failure).toMatchObject({ reason: 'UNREACHABLE', retryable: true, mayBeDone: false });
});

test('errors of fields that say the same are one failure, which lists what is missing', () => {
  const extensions = {
    code: 'UNAVAILABLE',
    retryable: true,
    remedy: 'Wait.',
    requestID: 'r1',
    retryAfterSeconds: 1,
  };
  const message = 'Beeper is starting.';
  const error = new CombinedGraphQLErrors({
    data: { chats: null },
    errors: [
      { message, path: ['chats'], extensions },
      { message, path: ['chat', 'messages'], extensions },
      {
        message: 'Not there.',
        path: ['account'],
        extensions: { code: 'NOT_FOUND', issues: [{ path: ['id'], message: 'No.' }] },
      },
    ],
  });
  expect(failuresOfError(error)).toMatchObject([
    { reason: 'NOT_READ', code: 'UNAVAILABLE', missing: ['chats', 'chat.messages'], retryAfterSeconds: 1 },
    {
      reason: 'NOT_READ',
      code: 'NOT_FOUND',
      missing: ['account'],
      retryable: false,
      issues: [{ path: ['id'] }],
    },
  ]);
});

test('problems with the input are found by the path of their field', () => {
  const failure = {
    ...ofType('BeeperInvalidInputError'),
    issues: [
      { path: ['input', 'group', 'participantIDs', '1'], message: 'Twice.' },
      { path: ['input', 'group', 'title'], message: 'Blank.' },
    ],
  } as FailureData;
  expect(issuesAt(failure, 'input', 'group', 'participantIDs').map(({ message }) => message)).toEqual([
    'Twice.',
  ]);
  expect(issuesAt(failure, 'input', 'user')).toEqual([]);
  expect(issuesAt(null, 'input')).toEqual([]);
});

function serverError(status: number, headers: Record<string, string>, bodyText: string): ServerError {
  return new ServerError('Response not successful', {
    response: new Response('', { status, headers }),
    bodyText,
  });
}

test('an error in the place of a payload is stored without a warning', () => {
  const warn = vi.spyOn(console, 'warn');
  onTestFinished(() => warn.mockRestore());
  for (const typename of ['BeeperInvalidInputError', 'BeeperQuantumError', 'SendMessagePayload']) {
    createCache().writeQuery({
      query: gql`query { result { __typename ... on SendMessagePayload { chatID } ... on BeeperError { message } } }`,
      data: { result: { __typename: typename, chatID: 'c', message: 'm' } },
    });
  }
  // The type that is newer than the page is told once, to developers.
  expect(warn.mock.calls.map(([text]) => text).filter((text) => !/Inferring/.test(text))).toEqual([]);
});

test('after what was asked for was rejected, reading again is of no use', () => {
  const failureWith = (code: string) =>
    failuresOfError(new CombinedGraphQLErrors({}, [{ message: 'm', extensions: { code } }])).map(asRead);
  expect(failureWith('INVALID_INPUT')[0]?.retryable).toBe(false);
  expect(failureWith('UPSTREAM_ERROR')[0]?.retryable).toBe(true);
});
