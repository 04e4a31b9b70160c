import { NoSchemaIntrospectionCustomRule } from 'graphql';
import { createYoga, type Plugin, useReadinessCheck, type YogaInitialContext } from 'graphql-yoga';
import { type Context, makeContext, type Shared } from './context.ts';
import { graphiqlOptions } from './graphiql.ts';
import { toLoggedError } from './log.ts';
import { useErrors } from './plugins/useErrors.ts';
import { useJSONRequests } from './plugins/useJSONRequests.ts';
import { type RequestIDContext, useRequestID } from './plugins/useRequestID.ts';
import { schema } from './schema/index.ts';

const maxBodyBytes = 1024 * 1024;

export interface AppOptions extends Shared {
  /** GraphiQL, and with it introspection. */
  readonly graphiql: boolean;
}

/**
 * The gateway as one function from request to answer: `/graphql`, `/health`, `/ready`. It binds no port and starts
 * nothing; node:http takes it as a listener, and it answers `fetch`.
 */
export function createApp({ graphiql, ...shared }: AppOptions) {
  const { log, upstream, sandbox } = shared;
  return createYoga<object & RequestIDContext, Context>({
    schema,
    context: ({ request, requestID }: YogaInitialContext & RequestIDContext) =>
      makeContext(shared, request, requestID ?? ''),
    plugins: [
      useRequestID(),
      useJSONRequests({ maxBytes: maxBodyBytes }),
      useErrors(),
      useReadinessCheck({ endpoint: '/ready', check: () => upstream.reachable() }),
      graphiql || useNoIntrospection,
    ],
    healthCheckEndpoint: '/health',
    graphiql: graphiql && graphiqlOptions({ sandbox }),
    // 9 MB of page: loaded by the first browser that asks for it.
    renderGraphiQL: async (options) =>
      (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(options ?? {}),
    landingPage: false,
    cors: false,
    multipart: false,
    batching: false,
    maxRequestBodySize: false,
    maskedErrors: { isDev: false },
    logging: {
      debug: () => {},
      info: () => {},
      warn: (...parts: unknown[]) =>
        log.warn({ parts: parts.map((part) => toLoggedError(part)) }, 'Yoga warns'),
      error: (...parts: unknown[]) =>
        log.error({ parts: parts.map((part) => toLoggedError(part)) }, 'Yoga failed'),
    },
  });
}

const useNoIntrospection: Plugin = {
  onValidate({ addValidationRule }) {
    addValidationRule(NoSchemaIntrospectionCustomRule);
  },
};
