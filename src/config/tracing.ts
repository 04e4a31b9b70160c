import * as z from 'zod';
import { listOf, oneOf, wholeNumber } from './values.ts';

/** Where spans are sent, and which. */
export interface TracingConfig {
  /** Receives OTLP over HTTP by POST. */
  readonly url: string;
  /** Sent with each export; they can be secret. */
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds for one export, its repeats included. */
  readonly timeoutMs: number;
  readonly compression: 'gzip' | 'none';
  readonly serviceName: string;
  /** Attributes of the resource, besides those that the gateway adds. */
  readonly resource: Readonly<Record<string, string>>;
  readonly sampler: (typeof samplers)[number];
  /** The part of traces that the samplers with a ratio keep, from 0 to 1. */
  readonly ratio: number;
  /** Whether the sampling decision of callers counts. */
  readonly trustsCallers: boolean;
  /** Milliseconds that spans wait for others. */
  readonly delayMs: number;
  /** Spans that wait. Those of further traces are dropped. */
  readonly maxQueued: number;
  /** Spans in one export. */
  readonly maxBatch: number;
}

const samplers = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;

const collectorURL = (example: string) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && /^https?:/i.test(text), `must be a URL such as ${example}`)
    .refine((text) => !URL.canParse(text) || (new URL(text).username === '' && !new URL(text).password), {
      message: 'must not contain credentials: set OTEL_EXPORTER_OTLP_HEADERS instead',
    });

const baseURL = collectorURL('http://127.0.0.1:4318').refine((text) => !/[?#]/.test(text), {
  message:
    'must not have a query or fragment: the gateway adds /v1/traces. Set OTEL_EXPORTER_OTLP_TRACES_ENDPOINT instead',
});

/** @returns the pair in `key=value` with the escapes of https://www.w3.org/TR/baggage/ resolved; null for anything else. */
function toPair(text: string): readonly [key: string, value: string] | null {
  const [, key = '', value = ''] = /^([\w!#$%&'*+.^`|~-]+)\s*=\s*(.*)$/.exec(text) ?? [];
  try {
    return key === '' ? null : [key, decodeURIComponent(value)];
  } catch {
    return null;
  }
}

/** A header with another character would fail each export. */
function toHeader(text: string): readonly [name: string, value: string] | null {
  const header = toPair(text);
  return header && /^[\t\x20-\x7e]*$/.test(header[1]) ? header : null;
}

const headers = listOf(
  toHeader,
  'name=value entries of HTTP headers, with %20 for a space and %2C for a comma',
);

const protocol = z.literal('http/protobuf', {
  error:
    'must be http/protobuf: the gateway sends no other protocol. Collectors receive it on port 4318 as a rule',
});

/** In milliseconds. */
const timeout = wholeNumber(1, 600_000);

const compression = oneOf(['gzip', 'none']);

/** The variables of https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/ that the gateway reads. */
export const tracingSettings = {
  OTEL_SDK_DISABLED: z.string().optional(),
  OTEL_TRACES_EXPORTER: oneOf(['otlp', 'none']).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: baseURL.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: collectorURL('http://127.0.0.1:4318/v1/traces').optional(),
  OTEL_EXPORTER_OTLP_HEADERS: headers.optional(),
  OTEL_EXPORTER_OTLP_TRACES_HEADERS: headers.optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: protocol.optional(),
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: protocol.optional(),
  OTEL_EXPORTER_OTLP_TIMEOUT: timeout.optional(),
  OTEL_EXPORTER_OTLP_TRACES_TIMEOUT: timeout.optional(),
  OTEL_EXPORTER_OTLP_COMPRESSION: compression.optional(),
  OTEL_EXPORTER_OTLP_TRACES_COMPRESSION: compression.optional(),
  OTEL_SERVICE_NAME: z.string().optional(),
  OTEL_RESOURCE_ATTRIBUTES: listOf(
    toPair,
    'key=value entries, with %20 for a space and %2C for a comma',
  ).optional(),
  OTEL_TRACES_SAMPLER: oneOf(samplers).default('parentbased_always_on'),
  OTEL_TRACES_SAMPLER_ARG: z
    .string()
    .refine((text) => /^\d*\.?\d+$/.test(text) && Number(text) <= 1, 'must be a number from 0 to 1')
    .transform(Number)
    .optional(),
  OTEL_BSP_SCHEDULE_DELAY: wholeNumber(1, 600_000).default(5_000),
  OTEL_BSP_MAX_QUEUE_SIZE: wholeNumber(1, 100_000).default(2_048),
  OTEL_BSP_MAX_EXPORT_BATCH_SIZE: wholeNumber(1, 10_000).default(512),
};

type Given = Readonly<Record<string, string>>;

/** @returns whether spans are sent: not without a collector. */
export function isTracing(given: Given): boolean {
  const endpoint = given.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? given.OTEL_EXPORTER_OTLP_ENDPOINT;
  const isDisabled = given.OTEL_SDK_DISABLED?.toLowerCase() === 'true';
  return endpoint !== undefined && !isDisabled && given.OTEL_TRACES_EXPORTER !== 'none';
}

/**
 * A platform may set the variables of OpenTelemetry for all programs. Where they have no effect, they stop no start-up.
 * @returns the settings without those variables, unless spans are sent.
 */
export const withoutUnused = (given: Given): Given =>
  isTracing(given)
    ? given
    : Object.fromEntries(
        Object.entries(given).filter(([name]) => !(name.replace(/_FILE$/, '') in tracingSettings)),
      );

const gRPCPort = '4317';

/** @returns a warning for a collector that listens where those for another protocol do. */
export function tracingWarnings(given: Given): string[] {
  const setting = ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT'].find(
    (name) => given[name],
  );
  if (!isTracing(given) || setting === undefined) return [];
  const url = given[setting] ?? '';
  if (!URL.canParse(url) || new URL(url).port !== gRPCPort) return [];
  return [
    `${setting} has port ${gRPCPort}, which is gRPC's as a rule. The gateway sends OTLP over HTTP, mostly to port 4318.`,
  ];
}

type Set = z.output<z.ZodObject<typeof tracingSettings>>;

/** @returns what `set` says about traces. The variables for traces take precedence over those for all signals. */
export function toTracing(set: Set, { trustsCallers }: Pick<TracingConfig, 'trustsCallers'>): TracingConfig {
  const base = set.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/$/, '');
  const resource = Object.fromEntries(set.OTEL_RESOURCE_ATTRIBUTES ?? []);
  return {
    url: set.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? `${base}/v1/traces`,
    // Not both: a key for the collector of all signals is not for that of traces.
    headers: Object.fromEntries(
      set.OTEL_EXPORTER_OTLP_TRACES_HEADERS ?? set.OTEL_EXPORTER_OTLP_HEADERS ?? [],
    ),
    timeoutMs: set.OTEL_EXPORTER_OTLP_TRACES_TIMEOUT ?? set.OTEL_EXPORTER_OTLP_TIMEOUT ?? 10_000,
    compression: set.OTEL_EXPORTER_OTLP_TRACES_COMPRESSION ?? set.OTEL_EXPORTER_OTLP_COMPRESSION ?? 'none',
    serviceName: set.OTEL_SERVICE_NAME ?? resource['service.name'] ?? 'beeper-graphql-gateway',
    resource,
    sampler: set.OTEL_TRACES_SAMPLER,
    ratio: set.OTEL_TRACES_SAMPLER_ARG ?? 1,
    trustsCallers,
    delayMs: set.OTEL_BSP_SCHEDULE_DELAY,
    maxQueued: set.OTEL_BSP_MAX_QUEUE_SIZE,
    maxBatch: Math.min(set.OTEL_BSP_MAX_EXPORT_BATCH_SIZE, set.OTEL_BSP_MAX_QUEUE_SIZE),
  };
}
