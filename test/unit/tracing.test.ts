import { expect, test } from 'vitest';
import { loadConfig, warningsAbout } from '../../src/config/settings.ts';

const base = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.example:4318' };
const tracingOf = (env: Record<string, string>) => loadConfig({ ...base, ...env }).tracing;

test('an endpoint turns traces on, with the defaults of OpenTelemetry', () => {
  expect(loadConfig({}).tracing).toBe(null);
  expect(tracingOf({})).toEqual({
    url: 'http://collector.example:4318/v1/traces',
    headers: {},
    timeoutMs: 10_000,
    compression: 'none',
    serviceName: 'beeper-graphql-gateway',
    resource: {},
    sampler: 'parentbased_always_on',
    ratio: 1,
    trustsCallers: false,
    delayMs: 5_000,
    maxQueued: 2_048,
    maxBatch: 512,
  });
});

test.each([
  ['http://collector.example/base', 'http://collector.example/base/v1/traces'],
  ['http://collector.example/base/', 'http://collector.example/base/v1/traces'],
  ['https://collector.example', 'https://collector.example/v1/traces'],
])('the path of traces is added to %s', (url, expected) => {
  expect(tracingOf({ OTEL_EXPORTER_OTLP_ENDPOINT: url })?.url).toBe(expected);
});

test('the settings for traces precede those for all signals', () => {
  const env = {
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://traces.example/in?tenant=1',
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Basic%20YQ==, x-all=all',
    OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'x-all=traces',
    OTEL_EXPORTER_OTLP_TIMEOUT: '1000',
    OTEL_EXPORTER_OTLP_TRACES_TIMEOUT: '2000',
    OTEL_EXPORTER_OTLP_COMPRESSION: 'none',
    OTEL_EXPORTER_OTLP_TRACES_COMPRESSION: 'gzip',
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
  };
  expect(tracingOf(env)).toMatchObject({
    url: 'http://traces.example/in?tenant=1',
    headers: { 'x-all': 'traces' },
    timeoutMs: 2_000,
    compression: 'gzip',
  });
  expect(tracingOf({ ...env, OTEL_EXPORTER_OTLP_TRACES_HEADERS: '' })?.headers).toEqual({
    authorization: 'Basic YQ==',
    'x-all': 'all',
  });
});

test.each([
  [
    'OTEL_SERVICE_NAME wins',
    { OTEL_SERVICE_NAME: 'a', OTEL_RESOURCE_ATTRIBUTES: 'service.name=b,x=1%2C2' },
    'a',
  ],
  ['service.name of the resource is taken', { OTEL_RESOURCE_ATTRIBUTES: 'service.name=b,x=1%2C2' }, 'b'],
])('%s', (_what, env, serviceName) => {
  expect(tracingOf(env)).toMatchObject({ serviceName, resource: { 'service.name': 'b', x: '1,2' } });
});

test.each([
  [
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' },
    'OTEL_EXPORTER_OTLP_ENDPOINT must be a URL such as http://127.0.0.1:4318.',
  ],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://x:4318?a=1' }, 'OTEL_EXPORTER_OTLP_ENDPOINT must not have a query'],
  [
    { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://u:s3cret@x/v1/traces' },
    'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT must not contain credentials: set OTEL_EXPORTER_OTLP_HEADERS',
  ],
  [
    { OTEL_EXPORTER_OTLP_HEADERS: 'a=1,s3cret' },
    'OTEL_EXPORTER_OTLP_HEADERS must be a comma-separated list of name=value entries',
  ],
  [{ OTEL_EXPORTER_OTLP_HEADERS: 'a=s3cret%0A' }, 'OTEL_EXPORTER_OTLP_HEADERS must be'],
  [{ OTEL_EXPORTER_OTLP_HEADERS: 'a=%s3cret' }, 'OTEL_EXPORTER_OTLP_HEADERS must be'],
  [
    { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
    'OTEL_EXPORTER_OTLP_PROTOCOL must be http/protobuf: the gateway sends no other protocol',
  ],
  [
    { OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: 'http/json' },
    'OTEL_EXPORTER_OTLP_TRACES_PROTOCOL must be http/protobuf',
  ],
  [
    { OTEL_EXPORTER_OTLP_TIMEOUT: '10s' },
    'OTEL_EXPORTER_OTLP_TIMEOUT must be a whole number from 1 to 600000.',
  ],
  [{ OTEL_EXPORTER_OTLP_COMPRESSION: 'br' }, 'OTEL_EXPORTER_OTLP_COMPRESSION must be one of gzip, none.'],
  [{ OTEL_TRACES_SAMPLER: 'jaeger_remote' }, 'OTEL_TRACES_SAMPLER must be one of always_on, always_off'],
  [{ OTEL_TRACES_SAMPLER_ARG: '2' }, 'OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1.'],
  [
    { OTEL_TRACES_SAMPLER_ARG: '', OTEL_RESOURCE_ATTRIBUTES: 'a' },
    'OTEL_RESOURCE_ATTRIBUTES must be a comma-separated list of key=value entries',
  ],
  [{ OTEL_TRACES_EXPORTER: 'zipkin' }, 'OTEL_TRACES_EXPORTER must be one of otlp, none.'],
  [{ OTEL_BSP_MAX_QUEUE_SIZE: '0' }, 'OTEL_BSP_MAX_QUEUE_SIZE must be from 1 to 100000.'],
  [{ GATEWAY_TRUST_TRACEPARENT: 'yes' }, 'GATEWAY_TRUST_TRACEPARENT must be one of on, off.'],
])('%j is refused with a sentence', (env, sentence) => {
  expect(() => tracingOf(env)).toThrow(sentence);
  expect(() => tracingOf(env)).not.toThrow('s3cret');
});

test.each([
  {},
  { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://x:4318', OTEL_SDK_DISABLED: 'TRUE' },
  { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://x:4318', OTEL_TRACES_EXPORTER: 'none' },
])('what a platform sets for other programs stops nothing where no spans are sent: %j', (env) => {
  const others = {
    OTEL_TRACES_SAMPLER: 'xray',
    OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
    OTEL_RESOURCE_ATTRIBUTES: 'x',
  };
  expect(loadConfig({ ...others, ...env }).tracing).toBe(null);
});

test('the port of gRPC is told in a warning', () => {
  expect(warningsAbout({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://x:4317' })).toEqual([
    "OTEL_EXPORTER_OTLP_ENDPOINT has port 4317, which is gRPC's as a rule. The gateway sends OTLP over HTTP, mostly to port 4318.",
  ]);
  expect(warningsAbout({ ...base, OTEL_TRACES_SAMPLER: 'always_on' })).toEqual([]);
});

test('names of OpenTelemetry that are not read cause no warning, and misspelled ones do', () => {
  const others = [
    'OTEL_METRICS_EXPORTER',
    'OTEL_LOGS_EXPORTER',
    'OTEL_BLRP_MAX_QUEUE_SIZE',
    'OTEL_PROPAGATORS',
  ];
  const others2 = [
    'OTEL_EXPORTER_OTLP_METRICS_ENDPOINT',
    'OTEL_EXPORTER_OTLP_LOGS_HEADERS',
    'OTEL_LOG_LEVEL',
  ];
  expect(warningsAbout(Object.fromEntries([...others, ...others2].map((name) => [name, 'x'])))).toEqual([]);
  expect(warningsAbout({ OTEL_EXPORTER_OTLP_TRACE_ENDPOINT: 'http://x' })[0]).toContain(
    'did you mean OTEL_EXPORTER_OTLP_TRACES_ENDPOINT?',
  );
});
