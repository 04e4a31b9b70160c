import { Histogram, type Registry } from 'prom-client';
import type { UpstreamCall } from '../common/upstreamCall.ts';

interface UpstreamMetricsOptions {
  readonly registry: Registry;
  /** @returns the dialect of Beeper's API, if it is known. */
  readonly dialect: () => string | null;
  /** Upper limits in seconds. */
  readonly buckets: number[];
}

/** @returns a function that takes each call to Beeper once it has ended. */
export function createUpstreamMetrics({
  registry,
  dialect,
  buckets,
}: UpstreamMetricsOptions): (call: UpstreamCall) => void {
  const calls = new Histogram({
    name: 'http_client_request_duration_seconds',
    help: 'Time of each call to Beeper, repeats and probes included.',
    labelNames: [
      'http_request_method',
      'url_template',
      'http_response_status_code',
      'error_type',
      'beeper_dialect',
    ],
    buckets,
    registers: [registry],
  });
  return ({ method, route, status, error, startedAt, endedAt }) => {
    calls.observe(
      {
        http_request_method: method,
        url_template: route,
        http_response_status_code: status ?? '',
        error_type: error ?? '',
        beeper_dialect: dialect() ?? 'unknown',
      },
      (endedAt - startedAt) / 1_000,
    );
  };
}
