import { ROOT_CONTEXT, SpanKind, TraceFlags, trace } from '@opentelemetry/api';
import { SamplingDecision } from '@opentelemetry/sdk-trace';
import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config/settings.ts';
import type { TracingConfig } from '../../src/config/tracing.ts';
import { samplerOf } from '../../src/telemetry/sampler.ts';

const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' };
const traceID = '4bf92f3577b34da6a3ce929d0e0e4736';
/** The samplers with a ratio always keep it. */
const chosenID = '00000001000000010000000100000001';

interface Parent {
  readonly traceID?: string;
  readonly sampled?: boolean;
  readonly isRemote?: boolean;
}

function samplerWith(sampler: string, env: Record<string, string> = {}) {
  const { tracing } = loadConfig({ ...endpoint, OTEL_TRACES_SAMPLER: sampler, ...env });
  const chosen = samplerOf(tracing as TracingConfig);
  return (parent?: Parent): boolean => {
    const { traceID: id = traceID, sampled = false, isRemote = true } = parent ?? {};
    const traceFlags = sampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
    const spanContext = { traceId: id, spanId: '00f067aa0ba902b7', traceFlags, isRemote };
    const context = parent ? trace.setSpanContext(ROOT_CONTEXT, spanContext) : ROOT_CONTEXT;
    const { decision } = chosen.shouldSample(context, id, 'POST /graphql', SpanKind.SERVER, {}, []);
    return decision === SamplingDecision.RECORD_AND_SAMPLED;
  };
}

const trusting = { GATEWAY_TRUST_TRACEPARENT: 'on' };

test.each([
  ['always_on', true],
  ['always_off', false],
  ['parentbased_always_on', true],
  ['parentbased_always_off', false],
])('%s decides by itself, whatever the caller says', (sampler, isSampled) => {
  const samples = samplerWith(sampler);
  expect([samples(), samples({ sampled: true }), samples({ sampled: false })]).toEqual([
    isSampled,
    isSampled,
    isSampled,
  ]);
});

test.each(['parentbased_always_on', 'parentbased_always_off', 'parentbased_traceidratio'])(
  '%s takes over the decision of callers that are trusted',
  (sampler) => {
    const samples = samplerWith(sampler, trusting);
    expect(samples({ sampled: true })).toBe(true);
    expect(samples({ sampled: false })).toBe(false);
  },
);

test.each(['traceidratio', 'parentbased_traceidratio'])(
  "a caller can't choose a trace ID that %s keeps, unless it is trusted",
  (sampler) => {
    const samples = samplerWith(sampler, { OTEL_TRACES_SAMPLER_ARG: '0.5' });
    const kept = Array.from({ length: 1_000 }, () => samples({ traceID: chosenID, sampled: true }));
    // Six standard deviations from 500.
    expect(Math.abs(kept.filter(Boolean).length - 500)).toBeLessThan(100);
    const trustingSamples = samplerWith(sampler, { OTEL_TRACES_SAMPLER_ARG: '0.5', ...trusting });
    expect(trustingSamples({ traceID: chosenID, sampled: true })).toBe(true);
  },
);

test('a ratio of 0 keeps nothing, and the default keeps all', () => {
  expect(samplerWith('traceidratio', { OTEL_TRACES_SAMPLER_ARG: '0' })({ traceID: chosenID })).toBe(false);
  expect(samplerWith('traceidratio')()).toBe(true);
});

test('the spans below one that is sampled are sampled, whatever their trace ID', () => {
  const samples = samplerWith('traceidratio', { OTEL_TRACES_SAMPLER_ARG: '0' });
  expect(samples({ isRemote: false, sampled: true })).toBe(true);
});
