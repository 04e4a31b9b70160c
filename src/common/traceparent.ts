/** A caller's span, as in https://www.w3.org/TR/trace-context/#traceparent-header. */
export interface TraceParent {
  /** 32 hexadecimal digits. */
  readonly traceID: string;
  /** 16 hexadecimal digits. */
  readonly parentSpanID: string;
  /** Whether the caller may have recorded its span. */
  readonly sampled: boolean;
}

/**
 * Zeros alone and the version `ff` are invalid. The IDs are logged and sent to the collector, so those are not accepted either
 * that are 7 to 15 decimal digits after zeros, such as a phone number: random IDs are not.
 */
const valid =
  /^(?!ff)[\da-f]{2}-(?!0{32}|0+[1-9]\d{6,14}-)([\da-f]{32})-(?!0{16}|0+[1-9]\d{6,14}-)([\da-f]{16})-([\da-f]{2})(-|$)/;

/** @returns what a `traceparent` header says; null for one that is not valid. */
export function parseTraceparent(header: string): TraceParent | null {
  const match = valid.exec(header);
  if (match === null) return null;
  const [, traceID = '', parentSpanID = '', flags = ''] = match;
  return { traceID, parentSpanID, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}
