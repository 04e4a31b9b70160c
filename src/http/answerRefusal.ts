import type { IncomingMessage, ServerResponse } from 'node:http';
import { requestIDOf } from '../context.ts';
import { type Refusal, type RefusalExtensions, recordRefusal, toResponseBody } from './refusal.ts';
import { recordOf } from './requestRecords.ts';
import { securityHeaders } from './useResponseHeaders.ts';

/**
 * Answers a request without Yoga, and records why it is refused.
 * @param headers further headers of the response.
 */
export type AnswerRefusal = (
  request: IncomingMessage,
  response: ServerResponse,
  headers?: Readonly<Record<string, string>>,
) => void;

/**
 * Prepares all of a response but the ID of the request. Under overload, refusals must cost little.
 * @returns a function that sends it.
 */
export function createAnswer(refusal: Refusal): AnswerRefusal {
  const { code, http } = refusal.extensions as unknown as RefusalExtensions;
  const recorded = { code, reason: refusal.reason };
  const idPlace = '-request-id-';
  const [start = '', end = ''] = JSON.stringify(toResponseBody(refusal, idPlace)).split(idPlace);
  const bytesWithoutID = Buffer.byteLength(start + end);
  const fixed = Object.entries({
    ...securityHeaders,
    'content-type': 'application/json; charset=utf-8',
    ...http.headers,
  }).flat();
  return (request, response, headers = {}) => {
    // Only ASCII.
    const requestID = requestIDOf((name) => request.headers[name]?.toString());
    const record = recordOf({ res: response });
    if (record) record.requestID = requestID;
    recordRefusal({ res: response }, recorded);
    response.writeHead(http.status, [
      ...fixed,
      'content-length',
      String(bytesWithoutID + requestID.length),
      'x-request-id',
      requestID,
      ...Object.entries(headers).flat(),
    ]);
    response.end(start + requestID + end);
  };
}
