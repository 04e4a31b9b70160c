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

/** When something was read anew that can change while the gateway runs. */
export interface Reload {
  readonly isSuccessful: boolean;
  /** In milliseconds since 1970. */
  readonly at: number;
}

/** The metrics of one process, in the format of Prometheus. */
export interface Metrics {
  readonly observer: RequestObserver;
  readonly onCall: (call: UpstreamCall) => void;
  /** Adds what other parts know; to be called once. */
  addState(sources: StateSources): void;
  /** Adds the connections of the server that listens; to be called once. */
  addServer(server: Server, connections: { readonly size: number }): void;
  /** Adds the last reload of keys and documents, null before the first; to be called once. */
  addReload(last: () => Reload | null): void;
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
    addReload(last) {
      addGauge(registry, {
        name: 'beeper_graphql_last_reload_successful',
        help: '1 if the last reload of keys and documents took effect, 0 if the earlier ones stay in force.',
        read: () => ofReload(last(), ({ isSuccessful }) => (isSuccessful ? 1 : 0)),
      });
      addGauge(registry, {
        name: 'beeper_graphql_last_reload_timestamp_seconds',
        help: 'When keys and documents were reloaded last, whether it took effect or not.',
        read: () => ofReload(last(), ({ at }) => at / 1_000),
      });
    },
    async scrape() {
      return { contentType: registry.contentType, body: await registry.metrics() };
    },
  };
}

const ofReload = (reload: Reload | null, read: (reload: Reload) => number): Record<string, number> =>
  reload === null ? {} : { all: read(reload) };
