import { Agent as HTTPAgent } from 'node:http';
import { Agent as HTTPSAgent } from 'node:https';
import { createOtlpHttpExportDelegate } from '@opentelemetry/otlp-exporter-base/node-http';
import { ProtobufTraceSerializer, TraceExporterMetricsHelper } from '@opentelemetry/otlp-transformer';
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

/**
 * OpenTelemetry's exporter for traces adds the headers and certificates that the environment of the process names, so this is
 * made from its parts, which read no environment.
 * @returns an exporter that sends OTLP to the collector as `config` says, and tells of each export.
 */
export function createExporter(config: TracingConfig, { onStart, onEnd }: ExportListener): SpanExporter {
  const { url, headers, timeoutMs, compression } = config;
  const exporter = createOtlpHttpExportDelegate(
    {
      url,
      headers: async () => ({ ...headers, 'content-type': 'application/x-protobuf' }),
      timeoutMillis: timeoutMs,
      compression,
      concurrencyLimit: maxExports,
      // The timeout of the exporter itself begins only once there is a connection.
      agentFactory: (protocol) =>
        new (protocol === 'http:' ? HTTPAgent : HTTPSAgent)({ keepAlive: true, timeout: timeoutMs }),
    },
    ProtobufTraceSerializer,
    'otlp_http_span_exporter',
    TraceExporterMetricsHelper,
    // No metrics of the exporter.
    undefined,
  );
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
