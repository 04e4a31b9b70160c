import type { IncomingHttpHeaders } from 'node:http';
import type { StoredFile } from '../world/storedFile.ts';
import { readRange } from './byteRange.ts';
import type { ApiResponse } from './response.ts';

/** Returns the file, the part of it that is asked for, or that it has not changed. There is no content type, as in the app. */
export function serveFile(file: StoredFile, request: IncomingHttpHeaders): ApiResponse {
  const headers = {
    'accept-ranges': 'bytes',
    etag: file.etag,
    'last-modified': file.modified.toUTCString(),
  };
  if (isUnchanged(file, request)) return { status: 304, headers, body: '' };
  const range = isSameFile(file, request) ? readRange(request.range, file.size) : null;
  if (range === 'unsatisfiable')
    return { status: 416, headers: { ...headers, 'content-range': `bytes */${file.size}` }, body: '' };
  if (!range) return { status: 200, headers, body: '', stream: file };
  const { start, end } = range;
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${start}-${end - 1}/${file.size}` },
    body: '',
    stream: { size: end - start, read: (from, to) => file.read(start + from, start + to) },
  };
}

/** `If-Modified-Since` counts only without `If-None-Match`. */
function isUnchanged({ etag, modified }: StoredFile, request: IncomingHttpHeaders): boolean {
  const known = request['if-none-match'];
  if (known !== undefined)
    return known.split(',').some((one) => ['*', etag].includes(one.trim().replace(/^W\//, '')));
  return toSeconds(modified) <= toSeconds(new Date(request['if-modified-since'] ?? Number.NaN));
}

/** Whether a part still belongs to what the client has, as `If-Range` says by ETag or by time. */
function isSameFile({ etag, modified }: StoredFile, request: IncomingHttpHeaders): boolean {
  const known = request['if-range'];
  if (known === undefined || known === etag) return true;
  return toSeconds(new Date(String(known))) === toSeconds(modified);
}

function toSeconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}
