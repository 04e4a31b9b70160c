import type { IncomingMessage, RequestListener } from 'node:http';
import type { Logger } from 'pino';
import { requestIDOf } from '../context.ts';
import { logRefusal, Refusal, toResponseBody } from './refusal.ts';
import { securityHeaders } from './useResponseHeaders.ts';

/**
 * Refuses requests without a valid URL (a malformed `Host`, or a target that is not a path) and passes all others to
 * `app`. Yoga would answer such a request with a stack trace, before any plugin runs.
 */
export function createListener(app: RequestListener, log: Logger): RequestListener {
  return (request, response) => {
    if (hasValidURL(request)) return app(request, response);
    const requestID = requestIDOf((name) => request.headersDistinct[name]?.join(', '));
    const refusal = new Refusal({
      status: 400,
      code: 'BAD_REQUEST',
      reason: 'url',
      message: 'The Host header and the path of this request do not form a valid URL.',
      remedy: 'Send a path as the target of the request, and a host name with or without a port as Host.',
    });
    logRefusal(log, { code: 'BAD_REQUEST', reason: refusal.reason }, { requestID, status: 400 });
    response.writeHead(400, {
      ...securityHeaders,
      'content-type': 'application/json; charset=utf-8',
      'x-request-id': requestID,
      connection: 'close',
    });
    response.end(JSON.stringify(toResponseBody(refusal, requestID)));
  };
}

/** HTTP/1.0 requests may have no `Host`. */
const hasValidURL = ({ headers: { host = 'localhost' }, url = '/' }: IncomingMessage): boolean =>
  url.startsWith('/') && URL.canParse(`http://${host}${url}`);
