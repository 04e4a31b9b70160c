import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Settings by name, as in docs/settings.md, with values as text. An absent or empty one has its default. Those that concern a
 * port or a process of the gateway's own, such as `PORT`, are ignored. Names that begin with `BEEPER_` or `GATEWAY_` and
 * are no settings are an error.
 */
export interface Settings {
  readonly BEEPER_URL?: string | undefined;
  readonly BEEPER_ACCESS_TOKEN?: string | undefined;
  /** Path of a file that contains the setting; so are the others that end in `_FILE`. */
  readonly BEEPER_ACCESS_TOKEN_FILE?: string | undefined;
  readonly BEEPER_API?: string | undefined;
  readonly BEEPER_TIMEOUT_MS?: string | undefined;
  readonly BEEPER_MAX_CONCURRENCY?: string | undefined;
  /** The address that your server listens on. */
  readonly HOST?: string | undefined;
  /** The path of GraphQL requests, as browsers see it. */
  readonly GATEWAY_PATH?: string | undefined;
  /** The URL at which clients reach the gateway, for addresses of files. */
  readonly GATEWAY_PUBLIC_URL?: string | undefined;
  readonly GATEWAY_ASSET_SECRET?: string | undefined;
  readonly GATEWAY_ASSET_SECRET_FILE?: string | undefined;
  readonly GATEWAY_HOSTS?: string | undefined;
  readonly GATEWAY_KEYS?: string | undefined;
  readonly GATEWAY_KEYS_FILE?: string | undefined;
  readonly GATEWAY_ORIGINS?: string | undefined;
  readonly GATEWAY_CORS_HEADERS?: string | undefined;
  readonly GATEWAY_DOCUMENTS?: string | undefined;
  readonly GATEWAY_REQUESTS_PER_MINUTE?: string | undefined;
  readonly GATEWAY_WRITES_PER_MINUTE?: string | undefined;
  readonly GATEWAY_STREAMS?: string | undefined;
  readonly GATEWAY_STREAMS_PER_CALLER?: string | undefined;
  readonly GATEWAY_LIST_SIZE?: string | undefined;
  readonly GATEWAY_STORE?: string | undefined;
  readonly GATEWAY_STORE_FILE?: string | undefined;
  /** How long `close` waits for running writes. */
  readonly GATEWAY_DRAIN_MS?: string | undefined;
  readonly GRAPHIQL?: string | undefined;
  readonly LOG_LEVEL?: string | undefined;
  /** It is not read from the environment: pass `process.env.NODE_ENV`. */
  readonly NODE_ENV?: string | undefined;
  /** A collector that receives traces; docs/operations.md describes these settings. */
  readonly GATEWAY_TRUST_TRACEPARENT?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_TRACES_ENDPOINT?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_HEADERS?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_HEADERS_FILE?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_TRACES_HEADERS?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_TRACES_HEADERS_FILE?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_PROTOCOL?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_TRACES_PROTOCOL?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_TIMEOUT?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_TRACES_TIMEOUT?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_COMPRESSION?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_TRACES_COMPRESSION?: string | undefined;
  readonly OTEL_SERVICE_NAME?: string | undefined;
  readonly OTEL_RESOURCE_ATTRIBUTES?: string | undefined;
  readonly OTEL_TRACES_SAMPLER?: string | undefined;
  readonly OTEL_TRACES_SAMPLER_ARG?: string | undefined;
  readonly OTEL_BSP_SCHEDULE_DELAY?: string | undefined;
  readonly OTEL_BSP_MAX_QUEUE_SIZE?: string | undefined;
  readonly OTEL_BSP_MAX_EXPORT_BATCH_SIZE?: string | undefined;
  readonly OTEL_TRACES_EXPORTER?: string | undefined;
  readonly OTEL_SDK_DISABLED?: string | undefined;
  readonly SANDBOX_APP_VERSION?: string | undefined;
  readonly SANDBOX_PAGING?: string | undefined;
  readonly SANDBOX_LIFE?: string | undefined;
}

export interface AppOptions {
  /** Takes the log: one line of JSON at a time. Without it, nothing is logged. `process.stdout` is one. */
  readonly log?: { write(line: string): unknown } | undefined;
}

/** A gateway without a port. */
export interface App {
  /**
   * Answers a request of node:http, or of a framework on top of it, at `GATEWAY_PATH`, `/health` and `/ready`. The body must
   * not have been read.
   */
  readonly listener: (request: IncomingMessage, response: ServerResponse) => void;
  /** Answers a request of the Fetch API, as route handlers of Next.js get it. */
  readonly fetch: (request: Request) => Promise<Response>;
  /**
   * Waits for running writes, for at most `GATEWAY_DRAIN_MS`, then closes what the gateway has opened. Call it once your
   * server is closed.
   */
  readonly close: () => Promise<void>;
}

/**
 * Opens a gateway that you mount in a server of your own. It reads no environment variables and no `.env`, handles no
 * signals, and prints nothing. Without `BEEPER_URL` and `BEEPER_ACCESS_TOKEN`, it uses a sandbox that it starts.
 * @throws {Error} with one line for each setting that is not valid, or if the store can't be opened.
 */
export declare function createApp(settings?: Settings, options?: AppOptions): Promise<App>;

/** @returns the GraphQL schema that clients see, as in `beeper-graphql-gateway/schema.graphql`. */
export declare function printSchema(): Promise<string>;
