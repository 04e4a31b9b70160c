import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Connection } from './httpServer.ts';
import { type RequestRecords, refusedByNode } from './requestRecords.ts';

/** As in Node's own handler, `socketOnError` in https://github.com/nodejs/node/blob/main/lib/_http_server.js */
const statusByCode: Readonly<Record<string, readonly [status: number, text: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'Payload Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
};

/** What Node emits for a request that is too slow. */
export class RequestTimeout extends Error {
  readonly code = 'ERR_HTTP_REQUEST_TIMEOUT';
}

/**
 * Answers what is not HTTP, too large or too slow as Node does without a listener, and records it. A connection that was
 * lost gets no answer, nor does one with a response before that answer: a running operation would seem to be refused. One
 * that sent nothing is closed without a record, because browsers open connections ahead of their requests.
 */
export function answerClientErrors(
  server: Server,
  connections: ReadonlyMap<unknown, Connection>,
  records: RequestRecords | null,
): void {
  server.on('clientError', (error: Error & { readonly code?: string }, socket: Socket) => {
    if (socket.writable && socket.bytesRead > 0) {
      const { first, last } = connections.get(socket)?.running ?? {};
      const [status, text] = statusByCode[error.code ?? ''] ?? [400, 'Bad Request'];
      // Otherwise it is the head of a request that is refused.
      const refused = last && !last.req.complete ? last : undefined;
      if (first === refused && !first?.headersSent)
        socket.write(`HTTP/1.1 ${status} ${text}\r\nConnection: close\r\n\r\n`);
      const record = refused?.record;
      if (!record || record.operation !== null) records?.refused(status);
      else if (!refused.headersSent) {
        record.status = status;
        record.refusal ??= refusedByNode;
      }
    }
    socket.destroy(error);
  });
}
