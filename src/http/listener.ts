import type { IncomingMessage, RequestListener } from 'node:http';

/**
 * Rejects requests without a valid URL (a malformed `Host`, or a target that is not a path) and passes all others to
 * `app`. Yoga would answer such a request with a stack trace, before any plugin runs.
 */
export function createListener(app: RequestListener): RequestListener {
  return (request, response) => {
    if (hasValidURL(request)) return app(request, response);
    const message = 'The Host header and the path of this request do not form a valid URL.';
    response.writeHead(400, {
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
      connection: 'close',
    });
    response.end(JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] }));
  };
}

/** HTTP/1.0 requests may have no `Host`. */
const hasValidURL = ({ headers: { host = 'localhost' }, url = '/' }: IncomingMessage): boolean =>
  url.startsWith('/') && URL.canParse(`http://${host}${url}`);
