import type { IncomingMessage, ServerResponse } from 'node:http';
import { callerLeftStatus, type RequestObserver, RequestRecord } from '../common/requestRecord.ts';

/** A response that has the record of its request. */
export interface RecordedResponse extends ServerResponse {
  record?: RequestRecord | null;
}

/** What serves a request: the record is that of the response, or its own where there is no response of Node. */
export interface RecordedContext {
  readonly res?: ServerResponse | undefined;
  readonly record?: RequestRecord | null | undefined;
}

/** Makes the records of requests and tells observers of them. */
export interface RequestRecords {
  /** Gives the response a record. */
  begin(request: IncomingMessage, response: RecordedResponse): void;
  /** Must be called when the response is closed. */
  end(response: RecordedResponse): void;
  /** @returns the record of a request of the Fetch API. */
  of(request: Request): RequestRecord;
  /** Must be called with the response to it, or null where the caller has left. */
  answered(record: RequestRecord, response: Response | null): void;
  /** For what Node refuses without a request: a head that is not HTTP, too large or too slow. */
  refused(status: number): void;
}

/** @returns null without observers: then nothing is recorded. */
export function createRequestRecords(observers: readonly RequestObserver[]): RequestRecords | null {
  if (observers.length === 0) return null;
  const keepsCalls = observers.some(({ needsCalls }) => needsCalls);
  const tell = (record: RequestRecord) => {
    record.endedAt = performance.now();
    for (const { onEnd } of observers) onEnd(record);
  };
  return {
    begin({ method = '', headers }, response) {
      const traceparent = headers.traceparent === undefined ? null : String(headers.traceparent);
      response.record = new RequestRecord({ method, traceparent, keepsCalls });
    },
    end(response) {
      const { record } = response;
      if (!record) return;
      record.callerLeft = !response.writableFinished;
      // Set already where Node has written a response by itself.
      if (record.status === 0) record.status = response.headersSent ? response.statusCode : callerLeftStatus;
      if (record.requestID === null && response.headersSent) record.refusal ??= refusedByNode;
      tell(record);
    },
    of: ({ method, headers }) =>
      new RequestRecord({ method, traceparent: headers.get('traceparent'), keepsCalls }),
    answered(record, response) {
      record.callerLeft = response === null;
      record.status = response?.status ?? callerLeftStatus;
      if (response && record.streamEnd) {
        void record.streamEnd.then((callerLeft) => {
          record.callerLeft = callerLeft;
          tell(record);
        });
        return;
      }
      if (record.method !== 'HEAD') record.bytes = Number(response?.headers.get('content-length') ?? 0);
      tell(record);
    },
    refused(status) {
      const record = new RequestRecord({ method: '', traceparent: null, keepsCalls: false });
      record.status = status;
      record.refusal = refusedByNode;
      tell(record);
    },
  };
}

/** What is not HTTP, or not what Node accepts as such. */
export const refusedByNode = { code: 'BAD_REQUEST', reason: 'http' } as const;

/** @returns the record of a request; null where nothing is recorded. */
export const recordOf = ({ res, record }: RecordedContext): RequestRecord | null =>
  record ?? (res as RecordedResponse | undefined)?.record ?? null;
