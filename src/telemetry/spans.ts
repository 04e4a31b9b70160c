import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { OperationRecord, RequestRecord } from '../common/requestRecord.ts';
import { parseTraceparent } from '../common/traceparent.ts';
import type { UpstreamCall } from '../common/upstreamCall.ts';
import {
  callAttributes,
  callName,
  failureOf,
  operationAttributes,
  operationName,
  requestAttributes,
  requestName,
} from './attributes.ts';
import { WallClock } from './wallClock.ts';

/** A request can make 1,000 calls, and repeats of them. The rest is counted at the request. */
const maxCalls = 200;

export interface SpanOptions {
  readonly tracer: Tracer;
  /** The path of GraphQL requests. */
  readonly path: string;
  /** The server that is called. */
  readonly beeper: { readonly host: string; readonly port: number };
  /** Asked before the spans of a trace are made; where it says false, they are not. */
  readonly hasRoomFor: (spans: number) => boolean;
}

/**
 * @returns a function that makes the spans of a request that has ended: request → operation → calls to Beeper. They have
 * the times of the record.
 */
export function createSpans({ tracer, path, beeper, hasRoomFor }: SpanOptions) {
  const clock = new WallClock();

  interface Part {
    readonly name: string;
    readonly kind: SpanKind;
    readonly startedAt: number;
    readonly attributes: Attributes;
    readonly hasFailed: boolean;
  }

  const start = ({ name, kind, startedAt, attributes, hasFailed }: Part, parent: Context): Span => {
    const span = tracer.startSpan(name, { kind, startTime: clock.at(startedAt), attributes }, parent);
    if (hasFailed) span.setStatus({ code: SpanStatusCode.ERROR });
    return span;
  };

  const addCall = (call: UpstreamCall, parent: Context) =>
    start(
      {
        name: callName(call),
        kind: SpanKind.CLIENT,
        startedAt: call.startedAt,
        attributes: callAttributes(call, beeper),
        hasFailed: failureOf(call) !== null,
      },
      parent,
    ).end(clock.at(call.endedAt));

  const addOperation = (record: RequestRecord, operation: OperationRecord, parent: Context): Context => {
    const span = start(
      {
        name: operationName(operation),
        kind: SpanKind.INTERNAL,
        startedAt: operation.startedAt,
        attributes: operationAttributes(record, operation),
        hasFailed: record.errorCodes.length > 0,
      },
      parent,
    );
    // One that has not ended lost its caller.
    span.end(clock.at(operation.endedAt || record.endedAt));
    return trace.setSpan(parent, span);
  };

  return (record: RequestRecord): void => {
    clock.adjust();
    const { operation, calls, status } = record;
    const startTime = clock.at(record.arrivedAt);
    const span = tracer.startSpan(
      requestName(record, path),
      { kind: SpanKind.SERVER, startTime },
      callerOf(record),
    );
    // Where it is not sampled, nothing more is done.
    if (!span.isRecording()) return;
    const shown = calls?.slice(0, maxCalls) ?? [];
    if (!hasRoomFor(1 + (operation ? 1 : 0) + shown.length)) return;
    record.traceID = span.spanContext().traceId;
    span.setAttributes(requestAttributes(record, path));
    if (calls && calls.length > shown.length)
      span.setAttribute('beeper_graphql.calls_without_span', calls.length - shown.length);
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    const context = trace.setSpan(ROOT_CONTEXT, span);
    const parent = operation ? addOperation(record, operation, context) : context;
    for (const call of shown) addCall(call, parent);
    span.end(clock.at(record.endedAt));
    record.onLateCall = (call) => {
      if (hasRoomFor(1)) addCall(call, parent);
    };
  };
}

/** Neither the caller's `tracestate` nor its `baggage` is kept: they can hold anything. */
function callerOf({ traceparent }: RequestRecord): Context {
  const caller = traceparent === null ? null : parseTraceparent(traceparent);
  if (caller === null) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId: caller.traceID,
    spanId: caller.parentSpanID,
    traceFlags: caller.sampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
    isRemote: true,
  });
}
