import type { Server } from 'node:http';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { RequestObserver } from '../common/requestRecord.ts';
import type { UpstreamCall } from '../common/upstreamCall.ts';
import { durationBuckets } from './buckets.ts';
import { createOperationNames } from './operationNames.ts';
import { createRequestMetrics } from './requestMetrics.ts';
import { addCounter, addGauge, addStateMetrics, type StateSources } from './stateMetrics.ts';
import { createUpstreamMetrics } from './upstreamMetrics.ts';

export interface MetricsOptions {
  /** Of the gateway. */
  readonly version: string;
  /** The deadline of calls to Beeper in milliseconds. */
  readonly timeoutMs: number;
  /** Whether only the documents of a manifest run. */
  readonly hasTrustedDocuments: boolean;
  /** @returns the dialect of Beeper's API, if it is known. */
  readonly dialect: () => string | null;
}

/** What became of the reloads of keys and documents. */
export interface Reloads {
  /** Those that have ended. */
  readonly total: number;
  readonly failed: number;
  /** Whether the last one succeeded; the start counts as one. */
  readonly lastSucceeded: boolean;
  /** When the last success was, in milliseconds since 1970. */
  readonly succeededAt: number;
}

/** The metrics of one process, in the format of Prometheus. */
export interface Metrics {
  readonly observer: RequestObserver;
  readonly onCall: (call: UpstreamCall) => void;
  /** Adds what other parts know; to be called once. */
  addState(sources: StateSources): void;
  /** Adds the connections of the server that listens; to be called once. */
  addServer(server: Server, connections: { readonly size: number }): void;
  /** Adds the reloads of keys and documents; to be called once. */
  addReloads(reloads: Reloads): void;
  /** @returns the answer to a scrape. */
  scrape(): Promise<{ readonly contentType: string; readonly body: string }>;
}

/** @returns metrics of their own: nothing is shared between two calls. */
export function createMetrics({ version, timeoutMs, hasTrustedDocuments, dialect }: MetricsOptions): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'beeper_graphql_build_info',
    help: '1, with the version of the gateway and of Node.',
    labelNames: ['version', 'node_version'],
    registers: [registry],
  }).set({ version, node_version: process.version }, 1);
  const buckets = durationBuckets(timeoutMs);

  return {
    observer: createRequestMetrics({ registry, names: createOperationNames(hasTrustedDocuments), buckets }),
    onCall: createUpstreamMetrics({ registry, dialect, buckets }),
    addState: (sources) => addStateMetrics(registry, sources),
    addServer(server, connections) {
      let refused = 0;
      server.on('drop', () => {
        refused++;
      });
      addGauge(registry, {
        name: 'beeper_graphql_connections',
        help: 'Open connections of callers.',
        read: () => ({ all: connections.size }),
      });
      addCounter(registry, {
        name: 'beeper_graphql_connections_refused_total',
        help: 'Connections that were closed at once, because there were GATEWAY_MAX_CONNECTIONS.',
        read: () => ({ all: refused }),
      });
    },
    addReloads(reloads) {
      addGauge(registry, {
        name: 'beeper_graphql_last_reload_successful',
        help: '1 if the last reload of keys and documents took effect, 0 if the earlier ones stay in force.',
        read: () => ({ all: reloads.lastSucceeded ? 1 : 0 }),
      });
      addGauge(registry, {
        name: 'beeper_graphql_last_reload_success_timestamp_seconds',
        help: 'When keys and documents were last read with success, at the start or at a reload.',
        read: () => ({ all: reloads.succeededAt / 1_000 }),
      });
      addCounter(registry, {
        name: 'beeper_graphql_reloads_total',
        help: 'Reloads of keys and documents, by what became of them.',
        label: 'result',
        read: () => ({ succeeded: reloads.total - reloads.failed, failed: reloads.failed }),
      });
    },
    async scrape() {
      return { contentType: registry.contentType, body: await registry.metrics() };
    },
  };
}
