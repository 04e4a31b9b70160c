import type { ServerResponse } from 'node:http';
import { type ApiResponse, allowsBody } from './response.ts';

/** Sends the complete response at once. */
export function send(content: ApiResponse, response: ServerResponse): void {
  writeHead(content, response);
  response.end(content.body);
}

/** Sends status and headers, with the length of the whole body. */
export function writeHead(content: ApiResponse, response: ServerResponse): void {
  response.writeHead(content.status, { ...content.headers, ...contentLength(content) });
}

/** No header for a status that HTTP allows no body for. */
export function contentLength({ status, body }: ApiResponse): { 'content-length'?: string } {
  return allowsBody(status) ? { 'content-length': String(Buffer.byteLength(body)) } : {};
}
