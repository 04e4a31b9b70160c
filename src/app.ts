import { createYoga, type YogaInitialContext } from 'graphql-yoga';
import { callerSignalOf } from './common/callerSignal.ts';
import { loopbackNames } from './common/loopback.ts';
import { type Context, makeContext, type Shared } from './context.ts';
import { createAdmission } from './http/admission.ts';
import { useEventStreams } from './http/eventStream/useEventStreams.ts';
import { createFetch } from './http/fetch.ts';
import { createFileRoutes } from './http/files/fileRoutes.ts';
import { graphiqlOptions } from './http/graphiqlTabs.ts';
import type { RulesContext, RulesInForce } from './http/guards/accessRules.ts';
import { useEndpoint } from './http/guards/useEndpoint.ts';
import { useHiddenSchema } from './http/guards/useHiddenSchema.ts';
import { useHosts } from './http/guards/useHosts.ts';
import { type KeyHolderContext, useKeys } from './http/guards/useKeys.ts';
import { useOrigins } from './http/guards/useOrigins.ts';
import { usePersistedQueryRefusals } from './http/guards/usePersistedQueryRefusals.ts';
import { useTrustedDocuments } from './http/guards/useTrustedDocuments.ts';
import { createDocumentCaches } from './http/limits/documentCaches.ts';
import { useAnswerSize } from './http/limits/useAnswerSize.ts';
import { useCostLimit } from './http/limits/useCostLimit.ts';
import { useQueryLimits } from './http/limits/useQueryLimits.ts';
import { useRequestBudget } from './http/limits/useRequestBudget.ts';
import { useVariableErrors } from './http/limits/useVariableErrors.ts';
import { createListener } from './http/listener.ts';
import { toLoggedError } from './http/log.ts';
import { originOf } from './http/originOf.ts';
import { createPlainLane } from './http/plainLane.ts';
import type { RefusalContext } from './http/refusal.ts';
import { recordOf } from './http/requestRecords.ts';
import { useDroppedItems } from './http/useDroppedItems.ts';
import { useErrors } from './http/useErrors.ts';
import { useExecutor } from './http/useExecutor.ts';
import { useGraphiQL } from './http/useGraphiQL.ts';
import { type ReadinessReport, useHealth } from './http/useHealth.ts';
import { useJSONRequests } from './http/useJSONRequests.ts';
import { useRefusals } from './http/useRefusals.ts';
import { useRequestID } from './http/useRequestID.ts';
import { useRequestRecord } from './http/useRequestRecord.ts';
import { useResponseHeaders } from './http/useResponseHeaders.ts';
import { useResponseTurn } from './http/useResponseTurn.ts';
import { createGuard } from './http/webSocket/guard.ts';
import type { WebSocketTimes } from './http/webSocket/protocol.ts';
import { useWebSocket, type WebSocketContext } from './http/webSocket/useWebSocket.ts';
import { createWebSockets } from './http/webSocket/webSockets.ts';
import { schema } from './schema/index.ts';

type ServerContext = RefusalContext & KeyHolderContext & RulesContext & WebSocketContext;

const maxBodyBytes = 1024 * 1024;

export interface AppOptions extends Shared {
  /** The path of GraphQL requests and of GraphiQL; `/graphql` by default. */
  readonly path?: string | undefined;
  /** Whether to serve GraphiQL, allow introspection, and suggest names in error messages. */
  readonly graphiql: boolean;
  /** Host names that the gateway accepts, as in `Config`; those of loopback by default. */
  readonly hosts?: readonly string[] | undefined;
  /** Origins whose web pages may use the gateway, besides its own; none by default. */
  readonly origins?: readonly string[] | undefined;
  /** Headers that requests from `origins` may have, besides the usual ones, as in `Config`; none by default. */
  readonly corsHeaders?: readonly string[] | undefined;
  /** Keys that callers need, and documents that run. By default no key is required, and every document runs. */
  readonly rules?: RulesInForce | undefined;
  /** What `/ready` reports; by default whether Beeper answers. */
  readonly readiness?: (() => Promise<ReadinessReport>) | undefined;
  /** How many items the cost limit takes an unpaged list to have; 10 by default. */
  readonly listSize?: number | undefined;
  /** GraphQL requests of each caller per minute; 0, the default, for no limit. */
  readonly requestsPerMinute?: number | undefined;
  /** Whether to refuse operations at once; by default never. */
  readonly isOverloaded?: (() => boolean) | undefined;
  /** Whether calls to Beeper back up: then operations do not start; by default never. */
  readonly isBacklogged?: (() => boolean) | undefined;
  /** Operations that run at a time; no limit by default. */
  readonly maxRunning?: number | undefined;
  /** Whether subscriptions can be sent over WebSocket, by a server that asks `webSockets`; false by default. */
  readonly webSocket?: boolean | undefined;
  /** Open WebSockets; 1000 by default. */
  readonly maxWebSockets?: number | undefined;
  /** Times of WebSockets that differ from the defaults. */
  readonly webSocketTimes?: Partial<WebSocketTimes> | undefined;
  /** Where clients reach the gateway, without a slash at the end; null, the default, for the host of each request. */
  readonly publicURL?: string | null | undefined;
  /** Milliseconds without an event after which an event stream has a comment; 15 s by default. */
  readonly heartbeatMs?: number | undefined;
  /** Whether plain requests take the short way through Yoga; true by default. Tests compare the two ways. */
  readonly plainLane?: boolean | undefined;
}

/**
 * Creates the gateway's request handler for `path`, `/health` and `/ready`. It opens no port and starts nothing.
 * @returns a listener for node:http that also has a `fetch` method, `load`: how many operations run and wait, and
 * `webSockets`.
 */
export function createApp({
  path = '/graphql',
  graphiql,
  hosts = loopbackNames,
  origins = [],
  corsHeaders = [],
  rules = { current: { keys: [], documents: null } },
  readiness = async () => {
    const ready = await shared.serverInfo.reachable();
    return { ready, parts: { beeper: ready ? 'ready' : 'silent' } };
  },
  listSize = 10,
  requestsPerMinute = 0,
  isOverloaded = () => false,
  isBacklogged = () => false,
  maxRunning = Number.POSITIVE_INFINITY,
  webSocket = false,
  maxWebSockets = 1_000,
  webSocketTimes,
  heartbeatMs,
  publicURL = null,
  plainLane = true,
  ...shared
}: AppOptions) {
  const { log, sandbox } = shared;
  const caches = createDocumentCaches();
  const lane = createPlainLane({ path, documents: caches.documentCache });
  const hostGuard = useHosts(new Set(hosts));
  const originGuard = useOrigins({
    origins: new Set(origins),
    corsHeaders,
    graphiqlPath: graphiql ? path : null,
  });
  const keyGuard = useKeys(rules);
  const endpointGuard = useEndpoint(path);
  const webSockets = createWebSockets({
    path,
    isOn: webSocket,
    max: maxWebSockets,
    isWelcome: createGuard([hostGuard, originGuard, endpointGuard]),
    hasKey: createGuard([keyGuard]),
    fetch: (...request) => fetchOfWebSocket(...request),
    log,
    times: webSocketTimes,
  });
  const yoga = createYoga<ServerContext, Context>({
    schema,
    context: ({ request, res, record, requestID, keyHolder }: YogaInitialContext & ServerContext) =>
      makeContext(shared, {
        authorization: request.headers.get('authorization'),
        signal: res ? callerSignalOf(res) : request.signal,
        requestID: requestID ?? '',
        keyHolder: keyHolder ?? null,
        record: recordOf({ res, record }),
        baseURL: () => publicURL ?? originOf(request, res),
      }),
    // The order matters: a rejected request does not reach the plugins below.
    plugins: [
      plainLane && lane.plugin,
      useRequestID(),
      useRequestRecord(),
      useRefusals(),
      useResponseHeaders(),
      hostGuard,
      originGuard,
      useHealth({ readiness }),
      graphiql &&
        useGraphiQL(
          graphiqlOptions({
            sandbox,
            needsKey: rules.current.keys.length > 0,
            needsToken: shared.accessToken === null,
          }),
          { path, sandbox },
        ),
      useWebSocket({ path, refusalOf: webSockets.refusalOf }),
      keyGuard,
      endpointGuard,
      useRequestBudget({ perMinute: requestsPerMinute, accessToken: shared.accessToken }),
      useJSONRequests({ maxBytes: maxBodyBytes }),
      rules.current.documents ? useTrustedDocuments(rules) : usePersistedQueryRefusals(),
      useQueryLimits(),
      useEventStreams({ heartbeatMs }),
      useVariableErrors(),
      useCostLimit(listSize),
      useExecutor(),
      useErrors(),
      useAnswerSize(),
      useResponseTurn(),
      useDroppedItems(),
      graphiql || useHiddenSchema(),
    ],
    graphqlEndpoint: path,
    // Yoga's own health check runs before the plugins and can't be disabled. No URL ends with a line feed.
    healthCheckEndpoint: '\n',
    graphiql: false,
    landingPage: false,
    cors: false,
    multipart: false,
    parserAndValidationCache: caches,
    batching: false,
    maxRequestBodySize: false,
    maskedErrors: { isDev: false },
    logging: {
      debug: () => {},
      info: () => {},
      warn: (...parts: unknown[]) =>
        log.warn({ parts: parts.map((part) => toLoggedError(part)) }, 'Warning from Yoga'),
      error: (...parts: unknown[]) =>
        log.error({ parts: parts.map((part) => toLoggedError(part)) }, 'Error from Yoga'),
    },
  });
  const admit = createAdmission({ maxRunning, isBacklogged });
  const admission = {
    path,
    graphiql,
    origins: new Set(origins),
    isOverloaded,
    admit,
    fileRoutes: createFileRoutes({
      files: shared.files,
      hosts: new Set(hosts),
      origins: new Set(origins),
      corsHeaders,
      isOverloaded,
      prefix: publicURL === null ? '' : new URL(publicURL).pathname.replace(/\/$/, ''),
      log,
    }),
    log,
  };
  const listener = createListener(plainLane ? lane.inFrontOf(yoga) : yoga, admission);
  const fetch = createFetch((request, context) => yoga.fetch(request, context), admission);
  const fetchOfWebSocket = createFetch(
    (request, context) => yoga.fetch(request, { ...context, isWebSocket: true }),
    admission,
  );
  return Object.assign(listener, { fetch, load: admit.load, webSockets });
}
