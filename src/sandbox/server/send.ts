import type { ServerResponse } from 'node:http';
import { type ApiResponse, allowsBody, bodyOf } from './response.ts';

/** Sends the complete response, a stream as fast as the client reads it. */
export async function send(content: ApiResponse, response: ServerResponse): Promise<void> {
  writeHead(content, response);
  if (content.stream && !isHead(response)) await sendPart(content, response, 0, content.stream.size);
  response.end(content.stream ? undefined : content.body);
}

/** Sends status and headers, with the length of the whole body. */
export function writeHead(content: ApiResponse, response: ServerResponse): void {
  response.writeHead(content.status, { ...content.headers, ...contentLength(content) });
}

/**
 * Sends a part of the body, from `start` up to `end`, which is excluded, and leaves the response open. Stops if the
 * connection closes.
 */
export async function sendPart(
  content: ApiResponse,
  response: ServerResponse,
  start: number,
  end: number,
): Promise<void> {
  for await (const piece of bodyOf(content).read(start, end)) {
    if (!response.write(piece)) await drained(response);
    if (response.destroyed) return;
  }
}

/** Waits until the client has read enough for more to be sent, or the connection closes. */
export function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    if (response.destroyed) return resolve();
    const done = () => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
}

/** No header for a status that HTTP allows no body for. */
export function contentLength(content: ApiResponse): { 'content-length'?: string } {
  if (content.omitsLength || !allowsBody(content.status)) return {};
  return { 'content-length': String(bodyOf(content).size) };
}

/** Whether the client asked for the head alone. */
export function isHead(response: ServerResponse): boolean {
  return response.req.method === 'HEAD';
}
