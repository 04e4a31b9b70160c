import type { SettingName } from './settings.ts';

/** What `--help` says about a setting. */
export interface SettingHelp {
  readonly group: 'Beeper' | 'Address' | 'Access' | 'Limits' | 'Operation' | 'Traces' | 'Sandbox';
  /** What the value is, such as `milliseconds`. */
  readonly value: string;
  /** One line. docs/settings.md says more. */
  readonly text: string;
}

/** One row for each setting. It imports nothing, because the command line is read before anything else is loaded. */
export const settingHelp: Readonly<Record<SettingName, SettingHelp>> = {
  BEEPER_URL: { group: 'Beeper', value: 'url', text: 'origin of the Beeper Desktop API' },
  BEEPER_ACCESS_TOKEN: {
    group: 'Beeper',
    value: 'token',
    text: 'token for callers that send none; other users of this machine can see flags, so prefer the variable',
  },
  BEEPER_ACCESS_TOKEN_FILE: { group: 'Beeper', value: 'file', text: 'file that contains that token' },
  BEEPER_API: {
    group: 'Beeper',
    value: 'dialect',
    text: 'auto, create-only, union or split (default: auto)',
  },
  BEEPER_TIMEOUT_MS: {
    group: 'Beeper',
    value: 'milliseconds',
    text: 'deadline of an operation (default: 15000)',
  },
  BEEPER_MAX_CONCURRENCY: {
    group: 'Beeper',
    value: 'number',
    text: 'concurrent calls to Beeper (default: 32)',
  },
  HOST: { group: 'Address', value: 'address', text: 'address to listen on (default: 127.0.0.1)' },
  PORT: {
    group: 'Address',
    value: 'port',
    text: 'port to listen on, 0 for any free one (default: 4000)',
  },
  HEALTH_PORT: {
    group: 'Address',
    value: 'port',
    text: 'further port with /health and /ready alone, for probes that can’t set Host',
  },
  METRICS_PORT: {
    group: 'Address',
    value: 'port',
    text: 'further port where Prometheus reads metrics, at /metrics',
  },
  GATEWAY_PATH: {
    group: 'Address',
    value: 'path',
    text: 'path of GraphQL requests (default: /graphql)',
  },
  GATEWAY_PUBLIC_URL: {
    group: 'Address',
    value: 'url',
    text: 'URL at which clients reach the gateway, for addresses of files (default: the host of each request)',
  },
  GATEWAY_HOSTS: {
    group: 'Address',
    value: 'names',
    text: 'accepted host names besides those of loopback and --host',
  },
  GATEWAY_KEYS: {
    group: 'Access',
    value: 'entries',
    text: 'keys that callers need, as printed by `beeper-graphql key`',
  },
  GATEWAY_KEYS_FILE: {
    group: 'Access',
    value: 'file',
    text: 'file that contains those entries; SIGHUP reads it again',
  },
  GATEWAY_ASSET_SECRET: {
    group: 'Access',
    value: 'secret',
    text: 'seals the addresses of files; replicas need the same one (default: a random one)',
  },
  GATEWAY_ASSET_SECRET_FILE: { group: 'Access', value: 'file', text: 'file that contains that secret' },
  GATEWAY_ORIGINS: {
    group: 'Access',
    value: 'origins',
    text: 'origins whose web pages may use the gateway',
  },
  GATEWAY_CORS_HEADERS: {
    group: 'Access',
    value: 'names',
    text: 'further request headers that those pages may send',
  },
  GATEWAY_DOCUMENTS: {
    group: 'Access',
    value: 'file',
    text: 'manifest of persisted documents, the only ones that run; SIGHUP reads it again',
  },
  GRAPHIQL: {
    group: 'Access',
    value: 'on|off',
    text: 'GraphiQL and introspection (default: on, in production off)',
  },
  GATEWAY_REQUESTS_PER_MINUTE: {
    group: 'Limits',
    value: 'number',
    text: 'requests per caller and minute, 0 for no limit (default: 60000)',
  },
  GATEWAY_WRITES_PER_MINUTE: {
    group: 'Limits',
    value: 'number',
    text: 'writes per caller and minute, 0 for no limit (default: 30)',
  },
  GATEWAY_MAX_CONNECTIONS: {
    group: 'Limits',
    value: 'number',
    text: 'connections at a time, 0 for no limit (default: 2000)',
  },
  GATEWAY_STREAMS: {
    group: 'Limits',
    value: 'number',
    text: 'open subscriptions of all callers, 0 for none (default: 1000)',
  },
  GATEWAY_STREAMS_PER_CALLER: {
    group: 'Limits',
    value: 'number',
    text: 'open subscriptions of each caller, 0 for none (default: 100)',
  },
  GATEWAY_LIST_SIZE: {
    group: 'Limits',
    value: 'number',
    text: 'assumed size of an unpaged list, for the cost limit (default: 10)',
  },
  GATEWAY_STORE: {
    group: 'Operation',
    value: 'place',
    text: 'where idempotency keys are kept: file:/path, redis://… or memory:',
  },
  GATEWAY_STORE_FILE: { group: 'Operation', value: 'file', text: 'file that contains that place' },
  GATEWAY_DRAIN_MS: {
    group: 'Operation',
    value: 'milliseconds',
    text: 'for running requests after SIGTERM (default: 10000 more than --beeper-timeout-ms)',
  },
  GATEWAY_SHUTDOWN_DELAY_MS: {
    group: 'Operation',
    value: 'milliseconds',
    text: 'for which requests are served after SIGTERM while /ready fails (default: 0)',
  },
  GATEWAY_KEEP_ALIVE_MS: {
    group: 'Operation',
    value: 'milliseconds',
    text: 'for which a connection without a request stays open (default: 65000)',
  },
  GATEWAY_COMPRESSION: {
    group: 'Operation',
    value: 'on|off',
    text: 'compressed answers from 1 KiB, for callers that accept them (default: on)',
  },
  GATEWAY_WEBSOCKET: {
    group: 'Operation',
    value: 'on|off',
    text: 'subscriptions over WebSocket (graphql-transport-ws), as Apollo Router sends them (default: off)',
  },
  LOG_LEVEL: {
    group: 'Operation',
    value: 'level',
    text: 'fatal, error, warn, info, debug, trace or silent (default: info)',
  },
  NODE_ENV: {
    group: 'Operation',
    value: 'mode',
    text: 'production: JSON logs, no GraphiQL, never the sandbox',
  },
  GATEWAY_TRUST_TRACEPARENT: {
    group: 'Traces',
    value: 'on|off',
    text: 'whether callers decide which requests are traced (default: off)',
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    group: 'Traces',
    value: 'url',
    text: 'collector that receives traces; /v1/traces is added (default: no traces)',
  },
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: { group: 'Traces', value: 'url', text: 'the same, used as it is' },
  OTEL_EXPORTER_OTLP_HEADERS: {
    group: 'Traces',
    value: 'entries',
    text: 'headers for the collector: name=value, comma-separated',
  },
  OTEL_EXPORTER_OTLP_HEADERS_FILE: { group: 'Traces', value: 'file', text: 'file that contains them' },
  OTEL_EXPORTER_OTLP_TRACES_HEADERS: { group: 'Traces', value: 'entries', text: 'the same, with precedence' },
  OTEL_EXPORTER_OTLP_TRACES_HEADERS_FILE: { group: 'Traces', value: 'file', text: 'file that contains them' },
  OTEL_EXPORTER_OTLP_PROTOCOL: { group: 'Traces', value: 'protocol', text: 'http/protobuf, the only one' },
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: {
    group: 'Traces',
    value: 'protocol',
    text: 'the same, with precedence',
  },
  OTEL_EXPORTER_OTLP_TIMEOUT: {
    group: 'Traces',
    value: 'milliseconds',
    text: 'for an export (default: 10000)',
  },
  OTEL_EXPORTER_OTLP_TRACES_TIMEOUT: {
    group: 'Traces',
    value: 'milliseconds',
    text: 'the same, with precedence',
  },
  OTEL_EXPORTER_OTLP_COMPRESSION: { group: 'Traces', value: 'gzip|none', text: 'of exports (default: none)' },
  OTEL_EXPORTER_OTLP_TRACES_COMPRESSION: {
    group: 'Traces',
    value: 'gzip|none',
    text: 'the same, with precedence',
  },
  OTEL_SERVICE_NAME: {
    group: 'Traces',
    value: 'name',
    text: 'who sends the traces (default: beeper-graphql-gateway)',
  },
  OTEL_RESOURCE_ATTRIBUTES: {
    group: 'Traces',
    value: 'entries',
    text: 'attributes of the sender: key=value, comma-separated',
  },
  OTEL_TRACES_SAMPLER: {
    group: 'Traces',
    value: 'sampler',
    text: 'which requests are traced (default: parentbased_always_on)',
  },
  OTEL_TRACES_SAMPLER_ARG: {
    group: 'Traces',
    value: 'ratio',
    text: 'part of the requests, from 0 to 1 (default: 1)',
  },
  OTEL_BSP_SCHEDULE_DELAY: {
    group: 'Traces',
    value: 'milliseconds',
    text: 'between exports (default: 5000)',
  },
  OTEL_BSP_MAX_QUEUE_SIZE: { group: 'Traces', value: 'number', text: 'spans that wait (default: 2048)' },
  OTEL_BSP_MAX_EXPORT_BATCH_SIZE: {
    group: 'Traces',
    value: 'number',
    text: 'spans in an export (default: 512)',
  },
  OTEL_TRACES_EXPORTER: { group: 'Traces', value: 'otlp|none', text: 'none turns traces off' },
  OTEL_SDK_DISABLED: { group: 'Traces', value: 'true|false', text: 'true turns traces off' },
  SANDBOX_APP_VERSION: {
    group: 'Sandbox',
    value: 'version',
    text: 'app version that the sandbox simulates (default: 4.3.73)',
  },
  SANDBOX_PAGING: {
    group: 'Sandbox',
    value: 'way',
    text: 'how its lists page: adjoining, ignores-direction, newest or skips-neighbor (default: adjoining)',
  },
  SANDBOX_LIFE: {
    group: 'Sandbox',
    value: 'on|off',
    text: 'whether people in it write and answer by themselves (default: on)',
  },
};
