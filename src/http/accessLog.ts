import type { Logger } from 'pino';
import { loggedName } from '../common/operationName.ts';
import {
  callerLeftStatus,
  type RequestObserver,
  type RequestRecord,
  resultsOf,
} from '../common/requestRecord.ts';
import { parseTraceparent } from '../common/traceparent.ts';
import { overload } from './overload.ts';

/**
 * Writes one line for each request. Operations, uploads, refusals and callers that left are logged at `info`; files that were
 * served, probes, GraphiQL's page and preflight requests at `debug`. Overload has a line of its own: see `overload.ts`.
 * @returns null where the log has no such lines.
 */
export function createAccessLog(log: Logger): RequestObserver | null {
  if (!log.isLevelEnabled('info')) return null;
  return {
    onEnd(record) {
      if (record.refusal?.reason === overload.reason) return;
      const isMinor = isMinorOne(record);
      if (isMinor && !log.isLevelEnabled('debug')) return;
      log[isMinor ? 'debug' : 'info'](lineOf(record), messageOf(record));
    },
  };
}

function isMinorOne({ operation, refusal, isProbe, route, method, status }: RequestRecord): boolean {
  const isUpload = route === 'uploads' && method === 'PUT';
  return isProbe || (operation === null && refusal === null && status < 400 && !isUpload);
}

function messageOf({ operation, refusal, status }: RequestRecord): string {
  if (refusal !== null) return 'Request refused';
  if (status === callerLeftStatus) return 'Caller left';
  return operation === null ? 'Request served' : 'Operation served';
}

/** Assigns one field after the other, because spreading conditional ones takes twice the time. */
function lineOf(record: RequestRecord): object {
  const { requestID, keyHolder, traceparent, operation, refusal, errorCodes } = record;
  const line: Record<string, unknown> = {};
  if (requestID !== null) line.requestID = requestID;
  if (record.traceID !== null) line.traceID = record.traceID;
  else if (traceparent !== null) line.traceID = parseTraceparent(traceparent)?.traceID;
  if (keyHolder !== null) line.keyHolder = keyHolder;
  if (record.route !== null) line.route = record.route;
  if (refusal !== null) {
    line.code = refusal.code;
    line.reason = refusal.reason;
  } else if (operation !== null) {
    if (operation.name !== null) line.operationName = loggedName(operation.name);
    line.operationType = operation.type;
    if (operation.endedAt > 0) line.result = resultsOf(record).join(',');
    if (errorCodes.length > 0) line.errorCodes = errorCodes;
  }
  line.status = record.status;
  if (record.callerLeft) line.callerLeft = true;
  line.durationMs = rounded(record.endedAt - record.arrivedAt);
  if (record.upstreamCalls > 0) {
    line.upstream = { calls: record.upstreamCalls, ms: rounded(record.upstreamMs) };
  }
  line.bytes = record.bytes;
  if (record.receivedBytes > 0) line.receivedBytes = record.receivedBytes;
  return line;
}

/** To hundredths: a plain query takes less than a millisecond. */
const rounded = (ms: number): number => Math.round(ms * 100) / 100;
