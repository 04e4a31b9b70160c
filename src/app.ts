import { createYoga, type YogaInitialContext } from 'graphql-yoga';
import { loopbackNames } from './common/loopback.ts';
import type { CallerKey } from './config/values.ts';
import { type Context, makeContext, type Shared } from './context.ts';
import { graphiqlOptions } from './http/graphiqlTabs.ts';
import { useHiddenSchema } from './http/guards/useHiddenSchema.ts';
import { useHosts } from './http/guards/useHosts.ts';
import { type CallerContext, useKeys } from './http/guards/useKeys.ts';
import { useOrigins } from './http/guards/useOrigins.ts';
import { useOverload } from './http/guards/useOverload.ts';
import { useTrustedDocuments } from './http/guards/useTrustedDocuments.ts';
import { useCostLimit } from './http/limits/useCostLimit.ts';
import { useQueryLimits } from './http/limits/useQueryLimits.ts';
import { createListener } from './http/listener.ts';
import { toLoggedError } from './http/log.ts';
import { useErrors } from './http/useErrors.ts';
import { useGraphiQL } from './http/useGraphiQL.ts';
import { useHealth } from './http/useHealth.ts';
import { useJSONRequests } from './http/useJSONRequests.ts';
import { type RequestIDContext, useRequestID } from './http/useRequestID.ts';
import { useResponseHeaders } from './http/useResponseHeaders.ts';
import { schema } from './schema/index.ts';

const maxBodyBytes = 1024 * 1024;

export interface AppOptions extends Shared {
  /** GraphiQL, and with it introspection and what helps to guess names. */
  readonly graphiql: boolean;
  /** The names it answers to, as `Config` has them; left out, those of loopback. */
  readonly hosts?: readonly string[] | undefined;
  /** Whose web pages may use it, besides its own; left out, nobody's. */
  readonly origins?: readonly string[] | undefined;
  /** Who may use it; left out or empty, everybody who reaches it. */
  readonly keys?: readonly CallerKey[] | undefined;
  /** The only documents that are run, by hash; left out or null, any. */
  readonly documents?: ReadonlyMap<string, string> | null | undefined;
  /** Whether operations are turned away now; left out, never. */
  readonly isOverloaded?: (() => boolean) | undefined;
}

/**
 * The gateway as one function from request to answer: `/graphql`, `/health`, `/ready`. It binds no port and starts
 * nothing; node:http takes it as a listener, and it answers `fetch`.
 */
export function createApp({
  graphiql,
  hosts = loopbackNames,
  origins = [],
  keys = [],
  documents = null,
  isOverloaded = () => false,
  ...shared
}: AppOptions) {
  const { log, upstream, sandbox } = shared;
  const yoga = createYoga<RequestIDContext & CallerContext, Context>({
    schema,
    context: ({ request, requestID, caller }: YogaInitialContext & RequestIDContext & CallerContext) =>
      makeContext(shared, request, { requestID: requestID ?? '', caller: caller ?? null }),
    // In this order: who is turned away costs nothing of what follows.
    plugins: [
      useRequestID(),
      useResponseHeaders(),
      useHosts(new Set(hosts)),
      useOrigins({ origins: new Set(origins), graphiql }),
      useHealth({ isReady: () => upstream.reachable() }),
      graphiql && useGraphiQL(graphiqlOptions({ sandbox, keys: keys.length > 0 })),
      useKeys(keys),
      useOverload(isOverloaded),
      useJSONRequests({ maxBytes: maxBodyBytes }),
      useTrustedDocuments(documents),
      useQueryLimits(),
      useCostLimit(),
      useErrors(),
      graphiql || useHiddenSchema(),
    ],
    // Yoga's own would answer before the plugins are asked. It can't be switched off, but no URL ends like this.
    healthCheckEndpoint: '\n',
    graphiql: false,
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
  return Object.assign(createListener(yoga), { fetch: yoga.fetch });
}
