import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Log } from '../common/requestLog.ts';
import type { RequestObserver, RequestRecord } from '../common/requestRecord.ts';
import { version } from '../common/version.ts';
import { within } from '../common/within.ts';
import type { TracingConfig } from '../config/tracing.ts';
import { createExporter } from './exporter.ts';
import { createExportLog } from './exportLog.ts';
import { samplerOf } from './sampler.ts';
import { createSpans } from './spans.ts';

export interface TracingOptions {
  /** The path of GraphQL requests. */
  readonly path: string;
  /** Origin of Beeper. */
  readonly beeperURL: string;
  readonly log: Log;
}

export interface Tracing {
  readonly observer: RequestObserver;
  /** Spans since the start. */
  readonly counts: Readonly<SpanCounts>;
  /** Sends the spans that wait, for at most `ms`. Nothing is sent afterwards. */
  close(ms: number): Promise<void>;
}

export interface SpanCounts {
  /** The collector took them. */
  exported: number;
  /** It did not. */
  failed: number;
  /** Too many waited. */
  dropped: number;
}

/** Sends spans of requests to the collector of `config`. It changes nothing global of OpenTelemetry's API. */
export function openTracing(config: TracingConfig, { path, beeperURL, log }: TracingOptions): Tracing {
  const exportLog = createExportLog(log);
  const counts: SpanCounts = { exported: 0, failed: 0, dropped: 0 };
  let queued = 0;
  let exporting = 0;
  const exporter = createExporter(config, {
    onStart(spans) {
      queued -= spans;
      exporting += spans;
    },
    onEnd(spans, error) {
      exporting -= spans;
      counts[error === null ? 'exported' : 'failed'] += spans;
      if (error === null) exportLog.onExported();
      else exportLog.onFailed(spans, error);
    },
  });
  const provider = new TracerProvider({
    resource: resourceOf(config),
    sampler: samplerOf(config),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter,
        scheduledDelayMillis: config.delayMs,
        maxQueueSize: config.maxQueued,
        maxExportBatchSize: config.maxBatch,
      }),
    ],
  });
  const { hostname: host, port, protocol } = new URL(beeperURL);
  const addSpans = createSpans({
    tracer: provider.getTracer('beeper-graphql-gateway', version),
    path,
    beeper: { host, port: Number(port) || (protocol === 'https:' ? 443 : 80) },
    // The processor would drop single spans, and trees without a root or a branch mislead.
    hasRoomFor(spans) {
      const hasRoom = queued + spans <= config.maxQueued;
      if (hasRoom) queued += spans;
      else {
        counts.dropped += spans;
        exportLog.onDropped(spans);
      }
      return hasRoom;
    },
  });
  return {
    observer: {
      needsCalls: true,
      onEnd(record) {
        if (isTraced(record)) addSpans(record);
      },
    },
    counts,
    async close(ms) {
      await within(ms, provider.shutdown(), () => new Error('The collector did not answer')).catch(() => {});
      const spans = queued + exporting;
      if (spans > 0) log.warn({ spans }, 'Traces lost: the collector did not take them before the end');
    },
  };
}

/** Not probes, GraphiQL's page, preflight requests and what is not HTTP; and refusals under overload must cost little. */
function isTraced({ isProbe, method, operation, refusal, route, status }: RequestRecord): boolean {
  if (isProbe || method === '' || refusal?.reason === 'overload') return false;
  const isFile = route !== null && method !== 'OPTIONS';
  return operation !== null || refusal !== null || isFile || status >= 400;
}

/** Not what OpenTelemetry's detectors find: the command line of a process can hold secrets. */
const resourceOf = ({ serviceName, resource }: TracingConfig) =>
  defaultResource().merge(
    resourceFromAttributes({
      'service.version': version,
      'service.instance.id': crypto.randomUUID(),
      'process.runtime.name': 'nodejs',
      'process.runtime.version': process.versions.node,
      ...resource,
      'service.name': serviceName,
    }),
  );
