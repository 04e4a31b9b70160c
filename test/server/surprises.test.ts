import { createSchema, createYoga } from 'graphql-yoga';
import { expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { createServerInfo } from '../../src/beeper/serverInfo.ts';
import { createTransport } from '../../src/beeper/transport.ts';
import { InvalidInputFailure, UnavailableFailure } from '../../src/failures.ts';
import { createLog } from '../../src/http/log.ts';
import { useErrors } from '../../src/http/useErrors.ts';
import { createWrites } from '../../src/writes/pipeline.ts';
import { createMemoryStore } from '../../src/writes/store/memory.ts';

type Line = Record<string, unknown>;

function memory() {
  const lines: Line[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line));
  return { lines, log: createLog({ level: 'debug', production: true }, { write }) };
}

const json = { 'content-type': 'application/json' };
const post = (query: string) => ({ method: 'POST', headers: json, body: JSON.stringify({ query }) });

/** The gateway after its connections to Beeper were closed under it: no row of the table of failures knows that. */
async function startBroken() {
  const { lines, log } = memory();
  const transport = createTransport({ origin: 'http://127.0.0.1:9', deadlineMs: 1_000, maxConnections: 1 });
  await transport.close();
  const serverInfo = createServerInfo(transport, 'split');
  const app = createApp({
    transport,
    serverInfo,
    writes: createWrites(createMemoryStore(), { perMinute: 0, leaseMs: 1_000 }),
    accessToken: 'c4n4ry',
    sandbox: false,
    graphiql: true,
    log,
  });
  return { lines, ask: async (query: string) => app.fetch('http://127.0.0.1/graphql', post(query)) };
}

test('A surprise is masked, nulls its own field only, and names the request', async () => {
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

test('A surprise is logged once, with its class, code, place and causes, and without what anybody said', async () => {
  const { ask, lines } = await startBroken();
  const answer = await ask(
    'mutation { startChat(input: { accountID: "matrix", user: { id: "@c4n4ry:beeper.com" } }) { __typename } }',
  );
  expect(lines).toEqual([
    expect.objectContaining({
      level: 50,
      msg: 'A surprise was masked',
      path: 'startChat',
      requestID: answer.headers.get('x-request-id'),
      err: {
        name: 'NetworkFault',
        at: expect.arrayContaining([expect.stringContaining('transport.ts')]),
        cause: expect.objectContaining({ code: 'UND_ERR_DESTROYED' }),
      },
    }),
  ]);
  expect(JSON.stringify(lines)).not.toContain('c4n4ry');
});

/** The plugin alone, with resolvers that throw what they are told to. */
async function thrown(error: unknown) {
  const { lines, log } = memory();
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

test('A bug is masked, and told to the log with message and place', async () => {
  const { ask, lines } = await thrown(new TypeError('x is not a function'));
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
      path: 'fails',
      err: {
        name: 'TypeError',
        message: 'x is not a function',
        at: expect.arrayContaining([expect.stringMatching(/surprises\.test/)]),
      },
    },
  ]);
});

test('The place in a list is told', async () => {
  const { ask, lines } = await thrown(new Error('c4n4ry'));
  expect(await ask('{ list { fails } }')).toMatchObject({ errors: [{ path: ['list', 0, 'fails'] }] });
  expect(lines).toMatchObject([{ path: 'list.0.fails' }]);
  expect(JSON.stringify(lines)).not.toContain('c4n4ry');
});

test.each([['text'], [{ an: 'object' }], [7]])(
  'What is thrown and is no error is masked too: %j',
  async (value) => {
    const { ask, lines } = await thrown(value);
    expect(await ask('{ fails }')).toMatchObject({
      data: { fails: null },
      errors: [{ message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
    expect(lines).toHaveLength(1);
  },
);

test('A failure keeps its words and brings its code; it was logged where it was thrown', async () => {
  const failure = new UnavailableFailure('Beeper can’t be reached.', {
    remedy: 'Start it.',
    cause: new Error('c4n4ry'),
  });
  const { ask, lines } = await thrown(failure);
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

test('A failure of the input brings its issues', async () => {
  const issues = [{ path: ['id'], message: 'An ID must not be empty.', code: 'empty' }];
  const { ask } = await thrown(new InvalidInputFailure(issues));
  expect(await ask('{ fails }')).toMatchObject({
    errors: [{ extensions: { code: 'INVALID_INPUT', issues } }],
  });
});
