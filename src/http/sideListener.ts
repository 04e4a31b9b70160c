import { createServer, type IncomingMessage, type Server } from 'node:http';
import { pathOf } from './requestPath.ts';
import { securityHeaders } from './useResponseHeaders.ts';

export interface SideResponse {
  readonly status: number;
  readonly contentType?: string;
  readonly body?: string;
}

/** What a path answers to GET and HEAD. It must not throw. */
export type SideRoute = (request: IncomingMessage) => SideResponse | Promise<SideResponse>;

/**
 * A server for programs of the operator, such as probes and scrapers: it answers a few paths on a port of its own,
 * whatever the `Host` header says, and nothing else.
 * @param routes by path, such as `/health`.
 * @returns a server that does not listen yet.
 */
export function createSideListener(routes: Readonly<Record<string, SideRoute>>): Server {
  return createServer(async (request, response) => {
    const route = routes[pathOf(request.url ?? '/')];
    const { status, contentType, body } =
      route === undefined
        ? { status: 404 }
        : request.method === 'GET' || request.method === 'HEAD'
          ? await route(request)
          : { status: 405 };
    response.writeHead(status, {
      ...securityHeaders,
      ...(contentType && { 'content-type': contentType }),
      'content-length': Buffer.byteLength(body ?? ''),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
}
