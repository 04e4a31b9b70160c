import { request } from 'node:http';
import { text } from 'node:stream/consumers';

export interface RawResponse {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
}

interface RawRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** Sends a request with exactly these headers, including those that `fetch` does not allow: Host, Origin, Sec-Fetch-*. */
export function rawRequest(
  origin: string,
  { method = 'GET', path = '/graphql', headers = {}, body = '' }: RawRequest = {},
): Promise<RawResponse> {
  const { hostname, port } = new URL(origin);
  const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const outgoing = request({
      hostname,
      port,
      method,
      path,
      headers: { ...length, ...headers },
      agent: false,
    });
    outgoing.on('error', reject);
    outgoing.on('response', async (incoming) => {
      const { statusCode: status = 0, headers } = incoming;
      resolve({ status, headers, text: await text(incoming) });
    });
    outgoing.end(body);
  });
}

/** @returns a POST request as a web page would send it. */
export const post = (query: string, headers: Record<string, string>): RawRequest => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ query }),
});
