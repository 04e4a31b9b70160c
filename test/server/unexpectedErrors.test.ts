import { createSchema, createYoga } from 'graphql-yoga';
import { expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { createServerInfo } from '../../src/beeper/serverInfo.ts';
import { createTransport, type Transport } from '../../src/beeper/transport.ts';
import { InvalidInputFailure, UnavailableFailure } from '../../src/failures.ts';
import { createLog } from '../../src/http/log.ts';
import { useErrors } from '../../src/http/useErrors.ts';
import { createHub } from '../../src/live/hub.ts';
import { seedChatIDs, startSandbox } from '../../src/sandbox/index.ts';
import { createWrites } from '../../src/writes/pipeline.ts';
import { createMemoryStore } from '../../src/writes/store/memory.ts';
import { idleFiles } from '../support/idleFiles.ts';

type Line = Record<string, unknown>;

function memoryLog() {
  const lines: Line[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line));
  return { lines, log: createLog({ level: 'debug' }, { write }) };
}

const idleHub = (transport: Transport, log: ReturnType<typeof memoryLog>['log']) =>
  createHub({
    origin: 'http://127.0.0.1:9',
    transport,
    serverInfo: createServerInfo(transport, 'split'),
    timeoutMs: 5_000,
    log,
    maxStreams: { inAll: 1, perCaller: 1 },
  });

const json = { 'content-type': 'application/json' };
const post = (query: string) => ({ method: 'POST', headers: json, body: JSON.stringify({ query }) });

/** A gateway whose connection pool is closed: the table of failures has no row for that error. */
async function startBroken() {
  const { lines, log } = memoryLog();
  const transport = createTransport({
    origin: 'http://127.0.0.1:9',
    connectTimeoutMs: 1_000,
    maxConnections: 1,
  });
  await transport.close();
  const serverInfo = createServerInfo(transport, 'split');
  const app = createApp({
    transport,
    serverInfo,
    timeoutMs: 5_000,
    writes: createWrites(createMemoryStore(), { perMinute: 0, leaseMs: 1_000, deadlineMs: 500 }),
    live: idleHub(transport, log),
    files: idleFiles(serverInfo),
    accessToken: 'c4n4ry',
    sandbox: false,
    graphiql: true,
    log,
  });
  return { lines, ask: async (query: string) => app.fetch('http://127.0.0.1/graphql', post(query)) };
}

test('an unexpected error is masked, nulls only its own field, and has the request ID', async () => {
  const { ask } = await startBroken();
  const answer = await ask(`mutation {
    first: startChat(input: { accountID: "matrix", user: { id: "@c4n4ry:beeper.com" } }) { __typename }
    second: startChat(input: { accountID: "", user: { id: "x" } }) { __typename }
  }`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({
    data: { first: null, second: { __typename: 'BeeperInvalidInputError' } },
    errors: [
      {
        message: 'Unexpected error.',
        path: ['first'],
        locations: [{ line: 2, column: 5 }],
        extensions: {
          code: 'INTERNAL_SERVER_ERROR',
          retryable: false,
          remedy: expect.stringContaining('requestID'),
          requestID: answer.headers.get('x-request-id'),
        },
      },
    ],
  });
});

test('an unexpected error is logged once, with name, code, stack frames and causes, and without user content', async () => {
  const { ask, lines } = await startBroken();
  const answer = await ask(
    'mutation { startChat(input: { accountID: "matrix", user: { id: "@c4n4ry:beeper.com" } }) { __typename } }',
  );
  expect(lines).toEqual([
    expect.objectContaining({
      level: 50,
      msg: 'Unexpected error masked',
      operation: 'startChat',
      path: 'startChat',
      requestID: answer.headers.get('x-request-id'),
      err: {
        name: 'NetworkError',
        // It has no stack of its own: it is expected, as a rule.
        at: [],
        cause: expect.objectContaining({
          code: 'UND_ERR_DESTROYED',
          at: expect.arrayContaining([expect.stringContaining('transport.ts')]),
        }),
      },
    }),
  ]);
  expect(JSON.stringify(lines)).not.toContain('c4n4ry');
});

/** The plugin alone, with resolvers that throw `error`. */
async function throwing(error: unknown) {
  const { lines, log } = memoryLog();
  const fail = () => {
    throw error;
  };
  const yoga = createYoga({
    schema: createSchema({
      typeDefs: 'type Query { fails: String fine: String list: [Item] } type Item { fails: String }',
      resolvers: { Query: { fails: fail, fine: () => 'fine', list: () => [{}] }, Item: { fails: fail } },
    }),
    context: { requestID: 'request-0001', log },
    plugins: [useErrors()],
    maskedErrors: { isDev: false },
    logging: false,
  });
  const ask = async (query: string) => (await yoga.fetch('http://127.0.0.1/graphql', post(query))).json();
  return { lines, ask };
}

test('a TypeError is masked, and logged with message and stack frames', async () => {
  const { ask, lines } = await throwing(new TypeError('x is not a function'));
  expect(await ask('{ fine fails }')).toMatchObject({
    data: { fine: 'fine', fails: null },
    errors: [
      {
        message: 'Unexpected error.',
        path: ['fails'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestID: 'request-0001' },
      },
    ],
  });
  expect(lines).toMatchObject([
    {
      operation: 'fails',
      path: 'fails',
      err: {
        name: 'TypeError',
        message: 'x is not a function',
        at: expect.arrayContaining([expect.stringMatching(/unexpectedErrors\.test/)]),
      },
    },
  ]);
});

test('the log has the path of an error in a list, and the root field as operation', async () => {
  const { ask, lines } = await throwing(new Error('c4n4ry'));
  expect(await ask('{ list { fails } }')).toMatchObject({ errors: [{ path: ['list', 0, 'fails'] }] });
  expect(lines).toMatchObject([{ operation: 'list', path: 'list.0.fails' }]);
  expect(JSON.stringify(lines)).not.toContain('c4n4ry');
});

test('the log has the name of the root field, even for an alias in a fragment', async () => {
  const { ask, lines } = await throwing(new Error('c4n4ry'));
  const query =
    'query { fine ...Fragment } fragment Fragment on Query { ... on Query { list { __typename } alias: fails } }';
  expect(await ask(query)).toMatchObject({ errors: [{ path: ['alias'] }] });
  expect(lines).toMatchObject([{ operation: 'fails', path: 'alias' }]);
});

test.each([['text'], [{ an: 'object' }], [7]])(
  'a thrown value that is not an error is masked: %j',
  async (value) => {
    const { ask, lines } = await throwing(value);
    expect(await ask('{ fails }')).toMatchObject({
      data: { fails: null },
      errors: [{ message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
    expect(lines).toHaveLength(1);
  },
);

test('a failure keeps its message, has its code, and is not logged again', async () => {
  const failure = new UnavailableFailure('Beeper can’t be reached.', {
    remedy: 'Start it.',
    cause: new Error('c4n4ry'),
  });
  const { ask, lines } = await throwing(failure);
  expect(await ask('{ fails }')).toMatchObject({
    errors: [
      {
        message: 'Beeper can’t be reached.',
        path: ['fails'],
        extensions: { code: 'UNAVAILABLE', retryable: true, remedy: 'Start it.', requestID: 'request-0001' },
      },
    ],
  });
  expect(lines).toEqual([]);
});

test('a failure of the input has its issues', async () => {
  const issues = [{ path: ['id'], message: 'An ID must not be empty.', code: 'empty' }];
  const { ask } = await throwing(new InvalidInputFailure(issues));
  expect(await ask('{ fails }')).toMatchObject({
    errors: [{ extensions: { code: 'INVALID_INPUT', issues } }],
  });
});

test('an unexpected error below the payload of a done write is no top-level error, and is logged', async () => {
  await using sandbox = await startSandbox();
  const { lines, log } = memoryLog();
  const real = createTransport({ origin: sandbox.url, connectTimeoutMs: 5_000, maxConnections: 2 });
  const transport: typeof real = {
    ...real,
    call: (request) => {
      if (request.path.endsWith('/messages')) throw new TypeError('a bug');
      return real.call(request);
    },
  };
  const serverInfo = createServerInfo(transport, 'split');
  const app = createApp({
    transport,
    serverInfo,
    timeoutMs: 5_000,
    writes: createWrites(createMemoryStore(), { perMinute: 0, leaseMs: 1_000, deadlineMs: 500 }),
    live: idleHub(transport, log),
    files: idleFiles(serverInfo),
    accessToken: sandbox.token,
    sandbox: true,
    graphiql: false,
    log,
  });

  const answer = await app.fetch(
    'http://127.0.0.1/graphql',
    post(`mutation { archived: setChatArchived(input: { chatID: "${seedChatIDs.kishan}", isArchived: true }) {
      ... on SetChatArchivedPayload { chat { title messages { nodes { id } } } chatError { code message retryable } }
    } }`),
  );

  expect(await answer.json()).toEqual({
    data: {
      archived: {
        chat: { title: 'Kishan', messages: null },
        chatError: { code: 'UNAVAILABLE', message: 'Unexpected error.', retryable: false },
      },
    },
  });
  expect(lines).toMatchObject([
    {
      msg: 'Unexpected error masked',
      operation: 'messages',
      path: 'archived.chat.messages',
      err: { name: 'TypeError' },
    },
  ]);
  await transport.close();
});
