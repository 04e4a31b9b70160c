import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GraphQLError } from 'graphql';
import { createSchema, createYoga, type Plugin } from 'graphql-yoga';
import { expect, test } from 'vitest';
import type { GatewayResponse } from '../../../src/http/gatewayResponse.ts';
import { createDocumentCaches } from '../../../src/http/limits/documentCaches.ts';
import { createPlainLane } from '../../../src/http/plainLane.ts';

/** A server of any schema and plugins, that serves plain requests by the lane. */
async function startServer(plugins: readonly Plugin[], { usesLane }: { usesLane: boolean }) {
  const caches = createDocumentCaches();
  const lane = createPlainLane({ path: '/graphql', documents: caches.documentCache });
  let ofYoga = 0;
  const yoga = createYoga({
    schema: createSchema({
      typeDefs: 'type Query { name: String, slow: String }',
      resolvers: {
        Query: {
          name: (_root, _args, { name }: { name?: string }) => name ?? 'nobody',
          slow: async () => 'at last',
        },
      },
    }),
    plugins: [usesLane && lane.plugin, ...plugins],
    parserAndValidationCache: caches,
    logging: false,
  });
  const listen = (request: IncomingMessage, response: ServerResponse, context: object) => {
    ofYoga++;
    return yoga(request, response, context);
  };
  const inFront = lane.inFrontOf(listen);
  const server = createServer((request, response) =>
    usesLane ? inFront(request, response as GatewayResponse) : listen(request, response, {}),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    async ask(query: string, accept = 'application/json') {
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept },
        body: JSON.stringify({ query }),
      });
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        body: await response.text(),
      };
    },
    /** How many requests Yoga has served. */
    ofYoga: () => ofYoga,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * Asks all questions twice of a server with the lane and of one without it, and expects the same answers.
 * @returns the answers, and how many of those with the lane Yoga gave.
 */
async function askBoth(
  plugins: () => readonly Plugin[],
  questions: readonly (readonly [query: string, accept?: string])[],
) {
  await using withLane = await startServer(plugins(), { usesLane: true });
  await using without = await startServer(plugins(), { usesLane: false });
  const answers = [];
  for (const question of [...questions, ...questions]) {
    const answer = await withLane.ask(...question);
    expect(answer).toEqual(await without.ask(...question));
    answers.push(answer);
  }
  return { bodies: answers.map(({ body }) => body), answers, ofYoga: withLane.ofYoga() };
}

/** Parsers of Yoga read a Request, which the lane does not have. */
const readsBody: Plugin = {
  onRequestParse({ serverContext, setRequestParser }) {
    const { req } = serverContext as unknown as { req: AsyncIterable<Buffer> & { params?: Promise<object> } };
    setRequestParser(() => {
      req.params ??= (async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of req) chunks.push(chunk);
        return JSON.parse(Buffer.concat(chunks).toString());
      })();
      return req.params as never;
    });
  },
};

test('hooks of an execution run in order, before and after it', async () => {
  const { bodies, ofYoga } = await askBoth(
    () => [
      readsBody,
      { onContextBuilding: ({ extendContext }) => extendContext({ name: 'Ada' } as never) },
      {
        onExecute: ({ extendContext, args }) => {
          const { name } = args.contextValue as unknown as { name: string };
          extendContext({ name: `${name} Lovelace` } as never);
          return {
            onExecuteDone: ({ result, setResult }) =>
              setResult({ data: { ...(result as { data: object }).data, first: true } }),
          };
        },
      },
      {
        onExecute: () => ({
          onExecuteDone: ({ result, setResult }) =>
            setResult({ data: { ...(result as { data: object }).data, second: true } }),
        }),
      },
    ],
    [['{ name }'], ['{ slow }']],
  );
  const name = '{"data":{"name":"Ada Lovelace","first":true,"second":true}}';
  const slow = '{"data":{"slow":"at last","first":true,"second":true}}';
  expect(bodies).toEqual([name, slow, name, slow]);
  expect(ofYoga).toBe(0);
});

test('a hook can set the executor', async () => {
  const { bodies, ofYoga } = await askBoth(
    () => [
      readsBody,
      { onExecute: ({ setExecuteFn }) => setExecuteFn(() => ({ data: { name: 'of another' } })) },
    ],
    [['{ name }']],
  );
  expect(new Set(bodies)).toEqual(new Set(['{"data":{"name":"of another"}}']));
  expect(ofYoga).toBe(0);
});

test('a hook can stop the execution, and the hooks after it are not called', async () => {
  const calls: string[] = [];
  const { bodies } = await askBoth(
    () => [
      readsBody,
      {
        onExecute: ({ setResultAndStopExecution, setExecuteFn }) => {
          setExecuteFn(() => {
            calls.push('executed');
            return { data: {} };
          });
          setResultAndStopExecution({ errors: [new GraphQLError('Not now.')] });
        },
      },
      { onExecute: () => void calls.push('next hook') },
    ],
    [['{ name }']],
  );
  expect(new Set(bodies)).toEqual(new Set(['{"errors":[{"message":"Not now."}]}']));
  expect(calls).toEqual([]);
});

test('an asynchronous hook after the execution is waited for', async () => {
  const { bodies, ofYoga } = await askBoth(
    () => [
      readsBody,
      {
        onExecute: () => ({
          onExecuteDone: (async ({ setResult }: { setResult: (result: object) => void }) => {
            await Promise.resolve();
            setResult({ data: { name: 'later' } });
          }) as never,
        }),
      },
    ],
    [['{ name }']],
  );
  expect(new Set(bodies)).toEqual(new Set(['{"data":{"name":"later"}}']));
  expect(ofYoga).toBe(0);
});

test.each(['onContextBuilding', 'onExecute'] as const)(
  'an asynchronous %s leaves the request to Yoga',
  async (name) => {
    const { bodies, ofYoga } = await askBoth(
      () => [
        readsBody,
        {
          [name]: async ({ extendContext }: { extendContext: (more: object) => void }) => {
            await Promise.resolve();
            extendContext({ name: 'Grace' });
          },
        },
      ],
      [['{ name }']],
    );
    expect(new Set(bodies)).toEqual(new Set(['{"data":{"name":"Grace"}}']));
    expect(ofYoga).toBe(2);
  },
);

test('the format is that of each request, also when it is remembered', async () => {
  const { answers, ofYoga } = await askBoth(
    () => [readsBody],
    [
      ['{ name }', 'application/json'],
      ['{ name }', 'application/graphql-response+json'],
      ['{ name }', 'text/event-stream'],
      ['{ name }', 'image/png, application/json;q=0.5'],
      ['{ name }', '*/*'],
    ],
  );
  const types = answers.slice(0, 5).map(({ type }) => type);
  expect(types).toEqual([
    'application/json; charset=utf-8',
    'application/graphql-response+json; charset=utf-8',
    'text/event-stream',
    'application/json; charset=utf-8',
    'application/json; charset=utf-8',
  ]);
  expect(answers.slice(5).map(({ type }) => type)).toEqual(types);
  expect(ofYoga).toBe(2);
});
