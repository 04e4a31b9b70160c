import type { ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';
import { hostOf } from './guards/useHosts.ts';

/**
 * @param response null for a request of the Fetch API, whose URL has the scheme.
 * @returns scheme and host of a request, as its caller sees them unless a proxy is in between.
 */
export function originOf(request: Request, response: ServerResponse | null | undefined): string {
  const isSecure = response ? response.req.socket instanceof TLSSocket : /^https:/i.test(request.url);
  return `${isSecure ? 'https' : 'http'}://${hostOf(request)}`;
}
