import { createHash } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { print } from 'graphql';
import { createYoga, type Plugin, type YogaInitialContext } from 'graphql-yoga';
import { createRouter } from '../../examples/federation/router.ts';

/** A router for one supergraph, as a listener for node:http. */
export interface Router extends AsyncDisposable {
  readonly handler: RequestListener;
}

export const routers = {
  '@apollo/gateway': startApolloGateway,
  '@graphql-hive/gateway-runtime': (supergraph) => startHiveGateway(supergraph),
} satisfies Record<string, (supergraph: string) => Promise<Router>>;

export type RouterName = keyof typeof routers;

/** The router of the example, with additional `options`. */
export async function startHiveGateway(
  supergraph: string,
  options?: Parameters<typeof createRouter>[1],
): Promise<Router> {
  const router = createRouter(supergraph, { logging: false, ...options });
  return { handler: router, [Symbol.asyncDispose]: async () => router.dispose() };
}

/**
 * Apollo Gateway plans and executes. Yoga replaces Apollo Server for HTTP, parsing and validation: both validate with
 * graphql-js against the schema that Apollo Gateway derives from the supergraph.
 */
async function startApolloGateway(supergraph: string): Promise<Router> {
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    buildService: ({ name, url = '' }) =>
      new RemoteGraphQLDataSource<Partial<YogaInitialContext>>({
        url,
        willSendRequest({ request, context }) {
          const authorization = context.request?.headers.get('authorization');
          if (name === 'beeper' && authorization) request.http?.headers.set('authorization', authorization);
        },
      }),
  });
  const { schema, executor } = await gateway.load();
  const yoga = createYoga({
    schema,
    plugins: [useGateway(executor)],
    maskedErrors: false,
    logging: false,
  });
  return { handler: yoga, [Symbol.asyncDispose]: () => gateway.stop() };
}

type Executor = ApolloGateway['executor'];

/** Executes every operation with Apollo Gateway. */
function useGateway(executor: Executor): Plugin {
  return {
    onExecute({ args: { schema, document, operationName, variableValues, contextValue }, setExecuteFn }) {
      const asked = {
        request: { operationName, variables: variableValues },
        queryHash: createHash('sha256').update(print(document)).digest('hex'),
        schema,
        document,
        operationName,
        context: contextValue,
        metrics: {},
      };
      setExecuteFn(() => executor(asked as unknown as Parameters<Executor>[0]));
    },
  };
}
