import type { IncomingMessage, RequestListener } from 'node:http';

/**
 * @returns `app`, as node:http takes it, except for requests whose address can't be read: a broken `Host`, or a target
 * that is no path. Yoga would answer these with a stack trace before any plugin is asked.
 */
export function createListener(app: RequestListener): RequestListener {
  return (request, response) => {
    if (hasAddress(request)) return app(request, response);
    const message = 'The Host header and the path of this request make no URL.';
    response.writeHead(400, {
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
      connection: 'close',
    });
    response.end(JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] }));
  };
}

/** HTTP/1.0 knows no Host. */
const hasAddress = ({ headers: { host = 'localhost' }, url = '/' }: IncomingMessage): boolean =>
  url.startsWith('/') && URL.canParse(`http://${host}${url}`);
