import { STATUS_CODES } from 'node:http';
import { Readable } from 'node:stream';
import type { Fault } from './fault.ts';

/** An HTTP response before it is sent. */
export interface ApiResponse {
  status: number;
  headers: Record<string, string | string[]>;
  /** The exact text; '' for none. */
  body: string;
  /** Sent instead of `body`. */
  stream?: StreamedBody;
  /** Whether to send no `content-length`: the body is chunked then. */
  omitsLength?: true;
  /** A fault to inject while sending. The playground sets it. */
  fault?: Fault;
  /** Whether a request to upgrade to WebSocket gets a socket instead of this response. */
  opensSocket?: true;
}

/** A body that is read while it is sent. */
export interface StreamedBody {
  /** In bytes. */
  readonly size: number;
  /** Reads from `start` up to `end`, which is excluded. */
  read(start: number, end: number): Readable;
}

/** Returns what to send, whether it is a text or a stream. */
export function bodyOf({ body, stream }: ApiResponse): StreamedBody {
  if (stream) return stream;
  const bytes = Buffer.from(body);
  const part = (start: number, end: number) => bytes.subarray(start, end);
  return {
    size: bytes.length,
    read: (start, end) => Readable.from(part(start, end).length > 0 ? [part(start, end)] : []),
  };
}

export function json(value: unknown, status = 200): ApiResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  };
}

/** 204, without a body. */
export function noContent(): ApiResponse {
  return { status: 204, headers: {}, body: '' };
}

export function text(body: string, status = 200): ApiResponse {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

/** What a tunnel or another program on Beeper's port sends: an HTML page with status 200. */
export function signInPage(): ApiResponse {
  const body =
    '<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>\n';
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

/** The response to a path or method that the app does not have. It is not JSON, unlike "Chat not found". */
export function noSuchRoute(): ApiResponse {
  return text('404 Not Found', 404);
}

/** How other servers of the API respond to a method that they do not have for the path. */
export function methodNotAllowed(): ApiResponse {
  return text('405 Method Not Allowed', 405);
}

/** An error in Beeper's format for which only the status is known. */
export function errorForStatus(status: number): ApiResponse {
  const message = STATUS_CODES[status] ?? 'Error';
  return json({ message, code: message.toUpperCase().replaceAll(' ', '_') }, status);
}

/** Whether HTTP allows a response with this status to have a body. */
export function allowsBody(status: number): boolean {
  return status >= 200 && status !== 204 && status !== 304;
}
