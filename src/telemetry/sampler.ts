import { ROOT_CONTEXT, trace } from '@opentelemetry/api';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  RandomIdGenerator,
  type Sampler,
  SamplingDecision,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace';
import type { TracingConfig } from '../config/tracing.ts';

/**
 * @returns the configured sampler. Unless callers are trusted, a request with `traceparent` is sampled as one without: a
 * caller must not decide what is recorded, neither by the flag of the header nor by its trace ID, which the samplers with a
 * ratio decide by. The spans below that of a request are sampled as it is.
 */
export function samplerOf({ sampler, ratio, trustsCallers }: TracingConfig): Sampler {
  const root = rootSampler(sampler.replace('parentbased_', ''), ratio);
  const chosen = sampler.startsWith('parentbased_') ? new ParentBasedSampler({ root }) : root;
  const ids = new RandomIdGenerator();
  return {
    shouldSample(context, traceID, ...rest) {
      const parent = trace.getSpanContext(context);
      // The span of a request that is not sampled has none below.
      if (parent && !parent.isRemote) return { decision: SamplingDecision.RECORD_AND_SAMPLED };
      return parent && !trustsCallers
        ? chosen.shouldSample(ROOT_CONTEXT, ids.generateTraceId(), ...rest)
        : chosen.shouldSample(context, traceID, ...rest);
    },
    toString: () => chosen.toString(),
  };
}

function rootSampler(name: string, ratio: number): Sampler {
  if (name === 'always_off') return new AlwaysOffSampler();
  return name === 'traceidratio' ? new TraceIdRatioBasedSampler(ratio) : new AlwaysOnSampler();
}
