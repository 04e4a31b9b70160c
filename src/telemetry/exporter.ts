import { Agent as HTTPAgent } from 'node:http';
import { Agent as HTTPSAgent } from 'node:https';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import type { SpanExporter } from '@opentelemetry/sdk-trace';
import type { TracingConfig } from '../config/tracing.ts';

/** Exports at a time: each holds its spans. */
const maxExports = 5;

export interface ExportListener {
  /** Spans leave the queue. */
  readonly onStart: (spans: number) => void;
  /** @param error null after a success. */
  readonly onEnd: (spans: number, error: Error | null) => void;
}

type Options = NonNullable<ConstructorParameters<typeof OTLPTraceExporter>[0]>;

/** @returns an exporter that sends OTLP to the collector, reads no environment variable that `config` has, and tells of each export. */
export function createExporter(config: TracingConfig, { onStart, onEnd }: ExportListener): SpanExporter {
  const { url, headers, timeoutMs, compression } = config;
  const exporter = new OTLPTraceExporter({
    url,
    headers,
    timeoutMillis: timeoutMs,
    // The package does not export the enum.
    compression: compression as NonNullable<Options['compression']>,
    concurrencyLimit: maxExports,
    // The timeout of the exporter itself begins only once there is a connection.
    httpAgentOptions: (protocol: string) =>
      new (protocol === 'http:' ? HTTPAgent : HTTPSAgent)({ keepAlive: true, timeout: timeoutMs }),
  });
  return {
    export(spans, done) {
      onStart(spans.length);
      exporter.export(spans, ({ code, error }) => {
        const isDone = code === success;
        onEnd(spans.length, isDone ? null : (error ?? new Error()));
        // The SDK would make a text of the error, which can hold a page of the collector.
        done({ code });
      });
    },
    forceFlush: () => exporter.forceFlush(),
    shutdown: () => exporter.shutdown(),
  };
}

/** `ExportResultCode.SUCCESS` */
const success = 0;
