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

/** Probes and scrapers are few and quick: whoever is neither must not exhaust the process. */
const limits = {
  maxConnections: 256,
  requestTimeout: 5_000,
  headersTimeout: 5_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  /** For a caller that does not read its response. */
  timeout: 10_000,
};

/**
 * A server for programs of the operator, such as probes and scrapers: it answers a few paths on a port of its own,
 * whatever the `Host` header says, and nothing else. It has at most 256 connections, and a request takes at most 5 s.
 * @param routes by path, such as `/health`.
 * @returns a server that does not listen yet.
 */
export function createSideListener(routes: Readonly<Record<string, SideRoute>>): Server {
  const server = createServer(limits, async (request, response) => {
    const path = pathOf(request.url ?? '/');
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
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
  server.maxConnections = limits.maxConnections;
  server.timeout = limits.timeout;
  return server;
}
