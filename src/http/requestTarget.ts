import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

const misdirected = new Refusal({
  status: 421,
  code: 'FORBIDDEN',
  reason: 'host',
  message: 'The URL in the request line is not an http URL of the host in the Host header.',
  remedy:
    'Send a path as the target of the request, or an http URL with the host and port of the Host header.',
});

const invalid = new Refusal({
  status: 400,
  code: 'BAD_REQUEST',
  reason: 'url',
  message: 'The Host header and the path of this request do not form a valid URL.',
  remedy: 'Send a path as the target of the request, and a host name with or without a port as Host.',
});

/**
 * Makes the target of a request a path. One in absolute form (https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2) has to
 * name the same host as the `Host` header, so that every guard sees the same name.
 * @returns why the request is refused; null if its URL is valid now. Yoga would answer an invalid one with a stack trace,
 * before any plugin runs.
 */
export function readTarget(request: IncomingMessage): Refusal | null {
  const { headers, rawHeaders } = request;
  if (hasTwoHosts(rawHeaders)) return invalid;
  if (!request.url?.startsWith('/')) {
    const [, scheme = '', authority = '', rest = ''] =
      /^([a-z][a-z\d+.-]*):\/\/([^/?#]*)(.*)$/is.exec(request.url ?? '') ?? [];
    if (scheme === '') return invalid;
    // HTTP/1.0 requests may have no `Host`.
    headers.host ??= authority;
    const isSameHost = withoutPort80(authority) === withoutPort80(headers.host);
    if (scheme.toLowerCase() !== 'http' || !isSameHost) return misdirected;
    request.url = rest.startsWith('/') ? rest : `/${rest}`;
  }
  const url = `http://${headers.host ?? 'localhost'}${request.url}`;
  if (url === lastValid) return null;
  if (!URL.canParse(url)) return invalid;
  // A query can hold texts of people.
  if (!url.includes('?')) lastValid = url;
  return null;
}

/** As a rule, all requests have the same. */
let lastValid = '';

/** Node keeps the first one, and another server in front may keep the last: https://www.rfc-editor.org/rfc/rfc9112#section-3.2 */
function hasTwoHosts(rawHeaders: readonly string[]): boolean {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts++;
  }
  return hosts > 1;
}

const withoutPort80 = (host: string): string => host.toLowerCase().replace(/:(80)?$/, '');
